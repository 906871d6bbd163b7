package com.clario.playbook.partnership.overdue;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.mail.Mail;
import com.clario.playbook.mail.MailTemplates;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.partnership.OpenTask;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Partnerships.StageOverdue;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes one mail to everybody who has to know of an overdue stage, in both languages: a colleague's is not known. */
@Component
class OverdueMails {

    private static final String KIND = "stage-overdue";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Outbox outbox;
    private final MailTemplates templates;
    private final People people;
    private final PartnershipProcess process;
    private final Timeline timeline;
    private final String url;

    OverdueMails(
            Outbox outbox,
            MailTemplates templates,
            People people,
            PartnershipProcess process,
            Timeline timeline,
            @Value("${playbook.url}") String url) {
        this.outbox = outbox;
        this.templates = templates;
        this.people = people;
        this.process = process;
        this.timeline = timeline;
        this.url = url;
    }

    @EventListener
    void tell(StageOverdue overdue) {
        var partnership = overdue.partnership();
        var concerned = concerned(partnership);
        var reached =
                concerned.stream().filter(one -> Mail.isAddress(one.mail())).toList();
        var subject = templates.subject(KIND, Locale.ENGLISH, values(partnership, Locale.ENGLISH));
        var text = text(partnership);
        reached.forEach(one -> outbox.put(new Mail(one.mail(), subject, text, partnership.code(), KIND, null)));
        timeline.add(
                partnership.code(),
                partnership.stage().word(),
                "Overdue: " + partnership.stage().label() + " was planned until " + Shown.day(end(partnership)),
                told(concerned, reached));
    }

    /** The owner and every manager, each once. */
    private List<Person> concerned(Partnership partnership) {
        var all = Stream.concat(people.find(partnership.owner()).stream(), people.in(Groups.MANAGERS).stream());
        return List.copyOf(
                all.collect(Collectors.toMap(Person::id, one -> one, (one, again) -> one, LinkedHashMap::new))
                        .values());
    }

    private static String told(List<Person> concerned, List<Person> reached) {
        var without = concerned.stream().filter(one -> !reached.contains(one)).toList();
        return Stream.of(names("Told by mail: ", reached), names("No mail address: ", without))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String names(String before, List<Person> persons) {
        return persons.isEmpty()
                ? ""
                : before + persons.stream().map(Person::name).collect(Collectors.joining(", "));
    }

    private String text(Partnership partnership) {
        return templates.text(KIND, Locale.ENGLISH, values(partnership, Locale.ENGLISH))
                + "\n– – –\n\n"
                + templates.text(KIND, INDONESIAN, values(partnership, INDONESIAN));
    }

    private Map<String, String> values(Partnership partnership, Locale language) {
        var values = new HashMap<String, String>();
        values.put("partner", partnership.partnerName());
        values.put("code", partnership.code());
        values.put("stage", partnership.stage().label());
        values.put("plannedEnd", day(end(partnership), language));
        values.put("owner", people.find(partnership.owner()).map(Person::name).orElse(partnership.owner()));
        values.put("open", open(partnership.code(), language));
        values.put("link", url + "/partnerships/" + partnership.code());
        return values;
    }

    private String open(String code, Locale language) {
        var names = process.tasks(code).stream().map(OpenTask::name).collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            return names;
        }
        return language.equals(INDONESIAN) ? "tidak ada tugas yang terbuka" : "no open task";
    }

    private static LocalDate end(Partnership partnership) {
        return partnership.plannedEnd().orElseThrow();
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", language).format(day);
    }
}
