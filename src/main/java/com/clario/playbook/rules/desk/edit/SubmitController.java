package com.clario.playbook.rules.desk.edit;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.change.Approvers;
import com.clario.playbook.rules.change.CallOffs;
import com.clario.playbook.rules.change.RuleChange;
import com.clario.playbook.rules.change.RuleChanges;
import com.clario.playbook.rules.desk.Contents;
import com.clario.playbook.rules.desk.Desk;
import com.clario.playbook.rules.draft.Checked;
import com.clario.playbook.rules.draft.Draft;
import com.clario.playbook.rules.draft.Drafts;
import com.clario.playbook.rules.draft.Overtaken;
import com.clario.playbook.rules.trial.BackTests;
import com.clario.playbook.rules.trial.Challengers;
import com.clario.playbook.rules.version.Proof;
import com.clario.playbook.rules.words.Differences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way of a draft out of the editor: to another manager's approval, or for a while into the shadow. */
@Controller
class SubmitController {

    private static final int LONGEST_SAID = 40;

    private final Desk desk;
    private final Drafts drafts;
    private final RuleChanges changes;
    private final Approvers approvers;
    private final CallOffs callOffs;
    private final BackTests tests;
    private final Challengers challengers;

    SubmitController(
            Desk desk,
            Drafts drafts,
            RuleChanges changes,
            Approvers approvers,
            CallOffs callOffs,
            BackTests tests,
            Challengers challengers) {
        this.desk = desk;
        this.drafts = drafts;
        this.changes = changes;
        this.approvers = approvers;
        this.callOffs = callOffs;
        this.tests = tests;
        this.challengers = challengers;
    }

    /** What a person typed, kept as typed until it fits. */
    record Form(String reason, String from) {}

    @GetMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/submit")
    ModelAndView ask(@PathVariable String room, @PathVariable String name) {
        var set = desk.findToEdit(room, name);
        return drafts.find(set)
                .map(draft -> page(set, draft, new Form("", ""), null, HttpStatus.OK))
                .orElseGet(() -> Desk.to(set, ""));
    }

    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/submit")
    ModelAndView submit(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam(defaultValue = "-1") long revision,
            Form form,
            RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        var draft = drafts.find(set).orElseThrow(() -> new Refusal("There is no draft of these rules any more."));
        try {
            if (form.reason() == null || form.reason().isBlank()) {
                throw new Refusal("Reason: say why the rules should change.");
            }
            refuseWhatIsWrong(set, drafts.read(set, revision));
            changes.submit(set, revision, form.reason(), from(form.from()));
        } catch (Overtaken overtaken) {
            return page(set, overtaken.theirs(), form, overtaken, HttpStatus.CONFLICT);
        } catch (Refusal refusal) {
            return page(set, draft, form, refusal, HttpStatus.BAD_REQUEST);
        }
        flash.addFlashAttribute("message", "Submitted: another manager finds it in Tasklist.");
        return Desk.to(set, "");
    }

    /** Takes back what waits for an approval; the draft stays. */
    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/withdraw")
    ModelAndView withdraw(@PathVariable String room, @PathVariable String name, RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        return done(set, "", flash, "The change is taken back. The draft is as it was.", () -> changes.withdraw(set));
    }

    /** Takes back what was approved and waits for its day. */
    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/versions/{number:\\d{1,6}}/call-off")
    ModelAndView callOff(
            @PathVariable String room,
            @PathVariable String name,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        var message = "Version " + number + " is called off: it never comes into force.";
        return done(set, "", flash, message, () -> callOffs.callOff(set, number, why));
    }

    /** The page says the same beside its button, but a button is no lock. */
    private void refuseWhatIsWrong(RuleSet<?> set, Draft draft) {
        if (drafts.glance(set, draft.sheet()).wrong()) {
            throw new Refusal("The checks say that something must be mended first. Nothing was submitted.");
        }
    }

    /** A moment as the browser sends it, in the business zone; null for as soon as it is approved. */
    private Instant from(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            var moment = text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            Desk.sensible("In force from", moment.toLocalDate());
            return moment.atZone(desk.zone()).toInstant();
        } catch (DateTimeParseException notAMoment) {
            var said = text.length() > LONGEST_SAID ? text.substring(0, LONGEST_SAID) + "…" : text;
            throw new Refusal("In force from: " + said + " is not a date and time.", notAMoment);
        }
    }

    private ModelAndView page(RuleSet<?> set, Draft draft, Form form, Refusal refusal, HttpStatus status) {
        var said = drafts.glance(set, draft.sheet());
        var proof = drafts.proof(set, draft.sheet());
        var inForce = desk.inForce(set);
        var before = changes.replaced(set, begins(form));
        var next = desk.next(desk.versions(set));
        var differences = Differences.between(set, before.content().proven(set), Contents.raw(set, draft.sheet()));
        var page = desk.page("rules/submit", set)
                .addObject("form", form)
                .addObject("refusal", refusal)
                .addObject("said", said)
                .addObject("proof", proof)
                .addObject("revision", draft.revision())
                .addObject("before", before.number())
                .addObject("next", next.orElse(null))
                .addObject(
                        "nextFrom",
                        next.map(version -> desk.moment(version.validFrom())).orElse(""))
                .addObject("differences", differences)
                .addObject("obstacle", obstacle(set, draft, said, proof, differences.isEmpty() && next.isEmpty()))
                .addObject("editors", desk.names(draft.editors()));
        if (said.problems().isEmpty()) {
            page.addObject(
                    "test",
                    tests.find(set, inForce.content(), drafts.content(set, draft.sheet()))
                            .orElse(null));
        }
        page.setStatus(status);
        return page;
    }

    /** The moment by which the page shows the differences: what is no moment is refused beside its field. */
    private Instant begins(Form form) {
        try {
            return from(form.from());
        } catch (Refusal notAMoment) {
            return null;
        }
    }

    /** Why this draft cannot be submitted; empty where it can. */
    private String obstacle(RuleSet<?> set, Draft draft, Checked said, Proof proof, boolean same) {
        if (!said.problems().isEmpty()) {
            return "Some cells have to be mended first.";
        }
        if (said.wrong()) {
            return "The checks say that something must be mended first.";
        }
        if (!proof.refusal().isEmpty()) {
            return proof.refusal();
        }
        if (!proof.right()) {
            return "Some cases come out otherwise than they expect.";
        }
        if (changes.open(set)
                .filter(change -> change.state() == RuleChange.State.SUBMITTED)
                .isPresent()) {
            return "A change of these rules waits for an approval already.";
        }
        return same ? "Nothing is changed." : approvers.obstacle(set, draft.editors());
    }

    /** Runs the draft in shadow: it judges what comes in and decides nothing. */
    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/challenger")
    ModelAndView challenge(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        return done(
                set,
                "#shadow",
                flash,
                "The draft now runs in shadow: it judges every new case and decides none.",
                () -> {
                    var draft = drafts.find(set)
                            .orElseThrow(() -> new Refusal("There is no draft of these rules any more."));
                    challengers.start(set, drafts.content(set, draft.sheet()), why);
                });
    }

    @PostMapping("/rules/{room:[a-z-]+}/{name:[a-z-]+}/challenger/end")
    ModelAndView endChallenge(
            @PathVariable String room,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes flash) {
        var set = desk.findToEdit(room, name);
        return done(set, "#shadow", flash, "Nothing runs in shadow any more.", () -> challengers.end(set, why));
    }

    private static ModelAndView done(
            RuleSet<?> set, String page, RedirectAttributes flash, String message, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("message", message);
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return Desk.to(set, page);
    }
}
