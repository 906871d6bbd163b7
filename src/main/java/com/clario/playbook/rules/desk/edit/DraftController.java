package com.clario.playbook.rules.desk.edit;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.change.Approvers;
import com.clario.playbook.rules.desk.Desk;
import com.clario.playbook.rules.draft.CellProblem;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Overtaken;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sweep.Remark;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor: a draft is opened, saved with every change, proven by its cases, and thrown away. */
@Controller
class DraftController {

    private static final int LARGEST = 4_000_000;

    /** A request that names no revision has read none. */
    private static final String UNREAD = "-1";

    private final Desk desk;
    private final Drafts drafts;
    private final Grids grids;
    private final Approvers approvers;
    private final ObjectMapper json;

    DraftController(Desk desk, Drafts drafts, Grids grids, Approvers approvers, ObjectMapper json) {
        this.desk = desk;
        this.drafts = drafts;
        this.grids = grids;
        this.approvers = approvers;
        this.json = json;
    }

    /** What the editor sends. */
    record Cells(long revision, Map<String, List<List<String>>> tables, List<List<String>> cases) {}

    /** What it is told after a save. */
    record Saved(
            long revision,
            Instant changedAt,
            List<CellProblem> problems,
            List<Remark> remarks,
            Map<String, List<String>> sentences) {}

    /** What it is told where somebody else was faster. */
    record Theirs(
            String who, Instant at, long revision, Map<String, List<List<String>>> tables, List<List<String>> cases) {}

    /** Why nothing was saved. */
    record Refused(String sentence) {}

    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/open")
    ModelAndView open(@PathVariable String room, @PathVariable String name) {
        var set = desk.findToEdit(room, name);
        drafts.open(set);
        return Desk.to(set, "/draft");
    }

    /** A link to a draft that is gone leads to the rule set. */
    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft")
    ModelAndView edit(@PathVariable String room, @PathVariable String name) throws JsonProcessingException {
        var set = desk.findToEdit(room, name);
        var found = drafts.find(set);
        if (found.isEmpty()) {
            return Desk.to(set, "");
        }
        var draft = found.get();
        return desk.page("rules/draft", set)
                .addObject("draft", json.writeValueAsString(grids.opened(set, draft)))
                .addObject("revision", draft.revision())
                .addObject("origin", origin(draft))
                .addObject("warning", approvers.warning(draft))
                .addObject("editors", desk.names(draft.editors()));
    }

    private String origin(Draft draft) {
        return "Begun by " + desk.name(draft.startedBy()) + " on " + desk.moment(draft.startedAt()) + " from version "
                + draft.baseVersion() + ".";
    }

    @PutMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft")
    ResponseEntity<Object> save(@PathVariable String room, @PathVariable String name, InputStream body)
            throws IOException {
        var set = desk.findToEdit(room, name);
        try {
            var cells = read(body.readNBytes(LARGEST + 1));
            var draft = drafts.save(set, cells.revision(), new Sheet(cells.tables(), cells.cases()));
            var said = drafts.glance(set, draft.sheet());
            return ResponseEntity.ok(
                    new Saved(draft.revision(), draft.changedAt(), said.problems(), said.remarks(), said.sentences()));
        } catch (Overtaken overtaken) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(theirs(overtaken));
        } catch (Refusal refusal) {
            return ResponseEntity.badRequest().body(new Refused(refusal.getMessage()));
        }
    }

    private Cells read(byte[] body) throws IOException {
        if (body.length > LARGEST) {
            throw new Refusal("The draft is larger than 4 MB. Nothing was saved.");
        }
        try {
            var cells = json.readValue(body, Cells.class);
            if (cells == null) {
                throw new Refusal("The request says nothing. Nothing was saved.");
            }
            return cells;
        } catch (JsonProcessingException unreadable) {
            throw new Refusal("The request is not a draft: it needs a revision, tables and cases.", unreadable);
        }
    }

    private Theirs theirs(Overtaken overtaken) {
        var draft = overtaken.theirs();
        return new Theirs(
                desk.name(overtaken.who()),
                overtaken.at(),
                draft.revision(),
                draft.sheet().tables(),
                draft.sheet().cases());
    }

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/proof")
    ModelAndView proof(
            @PathVariable String room,
            @PathVariable String name,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean piece) {
        var set = desk.findToEdit(room, name);
        var page = desk.page(piece ? "rules/proof :: proof" : "rules/proof", set);
        return drafts.find(set)
                .map(draft -> page.addObject("proof", drafts.proof(set, draft.sheet()))
                        .addObject("revision", draft.revision()))
                .orElse(page);
    }

    /** A case that comes out otherwise, and rightly so, with the draft that the proof was of. */
    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/accept")
    ModelAndView accept(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam("case") String asked,
            @RequestParam(defaultValue = UNREAD) long revision,
            RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        var draft = drafts.read(set, revision);
        drafts.save(set, revision, drafts.accept(set, draft.sheet(), asked));
        flash.addFlashAttribute("message", "Case “" + asked + "” now expects what the draft says.");
        return Desk.to(set, "/draft");
    }

    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/discard")
    ModelAndView discard(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam(defaultValue = UNREAD) long revision,
            RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        drafts.discard(set, revision);
        flash.addFlashAttribute("message", "The draft is discarded. The version in force is as it was.");
        return Desk.to(set, "");
    }

    /** Rolls back: a draft with the rows of an old version, which takes the way of every change. */
    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/draft/restart")
    ModelAndView restart(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam int version,
            @RequestParam(defaultValue = UNREAD) long revision,
            RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        drafts.restart(set, version, revision);
        flash.addFlashAttribute(
                "message", "This draft holds the rows of version " + version + ". Submit it to go back to them.");
        return Desk.to(set, "/draft");
    }
}
