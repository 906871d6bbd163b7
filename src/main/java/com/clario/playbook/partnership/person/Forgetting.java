package com.clario.playbook.partnership.person;

import com.clario.playbook.partner.person.ContactErased;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets partnerships forget an erased contact: nobody writes to the person meanwhile, and each case says what happened. */
@Component
class Forgetting {

    private final JdbcClient jdbc;
    private final Partnerships partnerships;
    private final FormsProcess forms;
    private final Timeline timeline;

    Forgetting(JdbcClient jdbc, Partnerships partnerships, FormsProcess forms, Timeline timeline) {
        this.jdbc = jdbc;
        this.partnerships = partnerships;
        this.forms = forms;
        this.timeline = timeline;
    }

    @EventListener
    void erased(ContactErased erased) {
        jdbc.sql("select code from playbook.partnership where partner = ? order by code for update")
                .param(erased.partner())
                .query(String.class)
                .list();
        forms.forget(erased);
        partnerships.of(erased.partner()).stream()
                .filter(Partnership::open)
                .forEach(one -> timeline.add(
                        one.code(),
                        "partnership",
                        erased.somebody().pseudonym() + " was erased: name, address and role are gone",
                        null));
    }
}
