package com.clario.playbook.optimize.action;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.mail.Mail;
import com.clario.playbook.mail.MailTemplates;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds whoever owns an action on its day and once more when that has passed; the case's owner where it is the
 * partner's. In both languages, since a colleague's is not known.
 */
@Component
@Transactional
public class ActionReminders {

    private static final String DUE = "DUE";
    private static final String OVERDUE = "OVERDUE";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Actions actions;
    private final Partnerships partnerships;
    private final People people;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final BusinessDays days;

    ActionReminders(
            Actions actions,
            Partnerships partnerships,
            People people,
            Outbox outbox,
            MailTemplates templates,
            BusinessDays days) {
        this.actions = actions;
        this.partnerships = partnerships;
        this.people = people;
        this.outbox = outbox;
        this.templates = templates;
        this.days = days;
    }

    /** May be called as often as one likes: each reminder of a date goes once. */
    public void send(String code) {
        var partnership = partnerships.get(code);
        if (partnership.open()) {
            actions.open(code).stream()
                    .filter(action -> !action.due().isAfter(days.today()))
                    .forEach(action -> remind(partnership, action));
        }
    }

    private void remind(Partnership partnership, Action action) {
        var kind = action.overdue(days.today()) ? OVERDUE : DUE;
        if (!actions.isReminded(action, kind)) {
            recipient(partnership, action).ifPresent(to -> {
                outbox.put(mail(partnership, action, to, kind));
                actions.reminded(action, kind, to.mail());
            });
        }
    }

    private Optional<Person> recipient(Partnership partnership, Action action) {
        return people.find(action.person() == null ? partnership.owner() : action.person())
                .filter(person -> Mail.isAddress(person.mail()));
    }

    private Mail mail(Partnership partnership, Action action, Person to, String kind) {
        var template = kind.equals(DUE) ? "action-due" : "action-overdue";
        var english = values(
                partnership, action, to, Locale.ENGLISH, "you", action.owner() + " at " + partnership.partnerName());
        var indonesian = values(
                partnership, action, to, INDONESIAN, "Anda", action.owner() + " di " + partnership.partnerName());
        return new Mail(
                to.mail(),
                templates.subject(template, Locale.ENGLISH, english),
                templates.text(template, Locale.ENGLISH, english)
                        + "\n– – –\n\n"
                        + templates.text(template, INDONESIAN, indonesian),
                partnership.code(),
                template,
                null);
    }

    private static Map<String, ?> values(
            Partnership partnership, Action action, Person to, Locale language, String you, String them) {
        return Map.of(
                "person", to.name(),
                "action", action.action(),
                "owner", action.person() == null ? them : you,
                "due", DateTimeFormatter.ofPattern("d MMM uuuu", language).format(action.due()),
                "review", action.agreedIn(),
                "partner", partnership.partnerName(),
                "code", partnership.code());
    }
}
