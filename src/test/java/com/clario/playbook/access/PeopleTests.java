package com.clario.playbook.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlaybookTest
class PeopleTests {

    @Autowired
    People people;

    @Test
    void knowsColleaguesByGroup() {
        assertThat(people.in(Groups.MANAGERS)).extracting(Person::name).containsExactly("Maya Kusuma", "Rizal Pratama");
        assertThat(people.find("sari")).hasValueSatisfying(sari -> assertThat(sari.isIn(Groups.PARTNERSHIPS))
                .isTrue());
        assertThat(people.find("nobody")).isEmpty();
    }

    @Test
    void callsWhoeverActsWithoutSigningInTheSystem() {
        assertThat(people.current()).isEqualTo(Person.SYSTEM);
    }

    @Test
    void actsAsSomebodyElseAndStepsBack() {
        assertThat(people.actAs("lina", () -> people.current().name())).isEqualTo("Lina Hartono");
        assertThat(people.actAs("lina", () -> people.currentIsIn(Groups.LEGAL))).isTrue();
        assertThat(people.current()).isEqualTo(Person.SYSTEM);
    }
}
