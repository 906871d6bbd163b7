package com.clario.playbook.partner.csv;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.csv.Imports.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a file of partners is checked, looked at and imported, and the catalogue as such a file. */
@Controller
class ImportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int LONGEST_NAME = 150;

    private final ImportService service;
    private final Imports imports;
    private final CatalogueFile catalogue;
    private final People people;

    ImportController(ImportService service, Imports imports, CatalogueFile catalogue, People people) {
        this.service = service;
        this.imports = imports;
        this.catalogue = catalogue;
        this.people = people;
    }

    @ModelAttribute
    void forThoseWhoKeepTheCatalogue() {
        people.requireOneOf(PARTNERSHIPS, MANAGERS);
    }

    @GetMapping("/partners/export.csv")
    ResponseEntity<byte[]> export() {
        return file("partners.csv", catalogue.write());
    }

    @GetMapping("/partners/import/template.csv")
    ResponseEntity<byte[]> template() {
        return file("partners-template.csv", CatalogueFile.template());
    }

    private static ResponseEntity<byte[]> file(String name, String content) {
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/partners/import")
    ModelAndView blank(@RequestParam(required = false) String tooLarge) {
        return chooser("", tooLarge == null ? null : new Refusal(Sheet.TOO_LARGE));
    }

    @PostMapping("/partners/import")
    ModelAndView check(
            @RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "") String pasted)
            throws IOException {
        try {
            var uploaded = file != null
                    && !(file.isEmpty() && file.getOriginalFilename().isEmpty());
            var name = uploaded ? named(file.getOriginalFilename()) : "Pasted text";
            var content = uploaded ? Sheet.text(file.getBytes()) : Sheet.text(pasted.getBytes(StandardCharsets.UTF_8));
            return new ModelAndView("redirect:/partners/import/" + service.keep(name, content));
        } catch (Refusal refusal) {
            return chooser(pasted, refusal);
        }
    }

    private static String named(String name) {
        var plain =
                name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return plain.isEmpty() ? "File" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static ModelAndView chooser(String pasted, Refusal refusal) {
        return new ModelAndView("partner/import", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("pasted", pasted)
                .addObject("refusal", refusal)
                .addObject("columns", Columns.template())
                .addObject("required", Columns.REQUIRED)
                .addObject("mostRows", Sheet.MOST_ROWS);
    }

    @GetMapping("/partners/import/{id:\\d{1,18}}")
    ModelAndView look(@PathVariable long id) {
        return page(known(id), Set.of(), false, null);
    }

    @PostMapping("/partners/import/{id:\\d{1,18}}")
    ModelAndView confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") Set<Integer> anyway,
            @RequestParam(defaultValue = "false") boolean leaveOut,
            RedirectAttributes flash) {
        try {
            service.confirm(id, seen, anyway, leaveOut);
            return new ModelAndView("redirect:/partners/import/" + id);
        } catch (Refusal refusal) {
            return page(known(id), anyway, leaveOut, refusal);
        } catch (ConcurrencyFailureException busy) {
            var again = new Refusal(
                    "Somebody changed the catalogue at the same moment, so nothing is imported yet: try" + " again.");
            return page(known(id), anyway, leaveOut, again);
        }
    }

    private ModelAndView page(Stored file, Set<Integer> anyway, boolean leaveOut, Refusal refusal) {
        var page = new ModelAndView("partner/checked", refusal == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .addObject("file", file)
                .addObject("refusal", refusal)
                .addObject("anyway", anyway)
                .addObject("leaveOut", leaveOut);
        return file.importedAt() == null
                ? page.addObject("dryRun", service.check(file))
                : page.addObject(
                        "who", people.find(file.importedBy()).map(Person::name).orElse(file.importedBy()));
    }

    private Stored known(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
