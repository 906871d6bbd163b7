package com.clario.playbook.rules.desk.edit;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.desk.Contents;
import com.clario.playbook.rules.desk.Desk;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sheet.Workbook;
import com.clario.playbook.rules.words.Differences;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rules as an Excel file: downloaded by everybody, uploaded by managers, who see first what it would change. */
@Controller
class SheetController {

    private static final int LARGEST = 4_000_000;

    // The cells come back as a field of a form, which Tomcat reads up to 2 MB.
    private static final int MOST_CELLS = 1_900_000;

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Desk desk;
    private final Drafts drafts;
    private final ObjectMapper json;

    SheetController(Desk desk, Drafts drafts, ObjectMapper json) {
        this.desk = desk;
        this.drafts = drafts;
        this.json = json;
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/versions/{number:\\d{1,6}}/sheet.xlsx")
    ResponseEntity<byte[]> version(@PathVariable String room, @PathVariable String name, @PathVariable int number) {
        var set = desk.find(room, name);
        var sheet = Sheet.of(set, desk.version(set, number).content().proven(set));
        return file(set, "version-" + number, sheet);
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/sheet.xlsx")
    ResponseEntity<byte[]> draft(@PathVariable String room, @PathVariable String name) {
        var set = desk.findToEdit(room, name);
        return file(set, "draft", opened(set).sheet());
    }

    private static ResponseEntity<byte[]> file(RuleSet<?> set, String what, Sheet sheet) {
        var name = set.name().replace('/', '-') + "-" + what + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(Workbook.write(set, sheet));
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/upload")
    ModelAndView ask(@PathVariable String room, @PathVariable String name) {
        return desk.page("rules/upload", desk.findToEdit(room, name));
    }

    /** Shows what the file would change; nothing is written yet. */
    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/upload")
    ModelAndView look(
            @PathVariable String room, @PathVariable String name, @RequestParam(required = false) MultipartFile file)
            throws IOException {
        var set = desk.findToEdit(room, name);
        try {
            var bytes = file == null ? new byte[0] : file.getBytes();
            if (bytes.length == 0) {
                throw new Refusal("File: choose an Excel file.");
            }
            if (bytes.length > LARGEST) {
                throw new Refusal("File: it is larger than 4 MB.");
            }
            var sheet = Workbook.read(set, bytes).read(set);
            if (json.writeValueAsBytes(sheet).length > MOST_CELLS) {
                throw new Refusal("File: its cells hold too much text. Shorten the reasons, or upload fewer rows.");
            }
            return preview(set, sheet, null);
        } catch (Refusal refusal) {
            return refused(set, refusal);
        }
    }

    private ModelAndView preview(RuleSet<?> set, Sheet sheet, Refusal refusal) throws JsonProcessingException {
        var before = drafts.find(set);
        var old = before.map(draft -> Contents.raw(set, draft.sheet()))
                .orElseGet(() -> desk.inForce(set).content().proven(set));
        var page = desk.page("rules/preview", set)
                .addObject("differences", Differences.between(set, old, Contents.raw(set, sheet)))
                .addObject("said", drafts.glance(set, sheet))
                .addObject("against", before.isPresent() ? "the draft" : "the version in force")
                .addObject("revision", before.map(Draft::revision).orElse(-1L))
                .addObject("sheet", json.writeValueAsString(sheet))
                .addObject("refusal", refusal);
        if (refusal != null) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    /** Puts the cells that were shown into the draft, unless somebody changed it meanwhile. */
    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/upload/take")
    ModelAndView take(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam long revision,
            @RequestParam String sheet,
            RedirectAttributes flash)
            throws JsonProcessingException {
        var set = desk.findToEdit(room, name);
        Sheet cells;
        try {
            cells = read(sheet);
        } catch (Refusal refusal) {
            return refused(set, refusal);
        }
        try {
            if (revision < 0 && drafts.find(set).isPresent()) {
                throw new Refusal("Somebody has begun a draft meanwhile. Look at what the file would change in it.");
            }
            drafts.save(set, revision < 0 ? drafts.open(set).revision() : revision, cells);
        } catch (Refusal refusal) {
            return preview(set, cells, refusal);
        }
        flash.addFlashAttribute("message", "The file is in the draft. Look at the checks before you submit it.");
        return Desk.to(set, "/draft");
    }

    private Sheet read(String sheet) {
        try {
            var cells = json.readValue(sheet, Sheet.class);
            if (cells != null) {
                return cells;
            }
        } catch (JsonProcessingException unreadable) {
            throw new Refusal("File: upload it again.", unreadable);
        }
        throw new Refusal("File: upload it again.");
    }

    private Draft opened(RuleSet<?> set) {
        return drafts.find(set).orElseThrow(() -> new Refusal("There is no draft of these rules any more."));
    }

    private ModelAndView refused(RuleSet<?> set, Refusal refusal) {
        var page = desk.page("rules/upload", set).addObject("refusal", refusal);
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }
}
