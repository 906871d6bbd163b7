package com.clario.playbook;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever has just started the system where to go. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Environment environment;
    private final People people;

    Welcome(Environment environment, People people) {
        this.environment = environment;
        this.people = people;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        LOG.info(
                """


                  Partnership Playbook is running.

                    Board      {}/
                    Tasklist   {}/camunda/app/tasklist
                {}""",
                house(),
                house(),
                demoPeople());
    }

    private String house() {
        var address = environment.getProperty("server.address", "localhost");
        return "http://" + address + ":" + environment.getProperty("local.server.port");
    }

    private String demoPeople() {
        if (!environment.getProperty("playbook.people.demo", Boolean.class, false)) {
            return "";
        }
        var lines = List.of(Groups.PARTNERSHIPS, Groups.LEGAL, Groups.MANAGERS, Groups.FINANCE, Groups.ADMINS).stream()
                .map(this::line)
                .collect(Collectors.joining("\n"));
        return "\n    Demo people; each one's password is the name itself:\n\n" + lines + "\n";
    }

    private String line(String group) {
        var names = people.in(group).stream().map(Person::id).collect(Collectors.joining(", "));
        return "      %-14s %s".formatted(group, names);
    }
}
