package com.clario.playbook.pilot.page;

import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import com.clario.playbook.pilot.Pilot;
import com.clario.playbook.pilot.Pilots;
import com.clario.playbook.pilot.letter.Letter;
import com.clario.playbook.pilot.letter.PilotLetters;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The pilot on the case page: its plan, its letters, its results and the sign-off. */
@Component
@Order(20)
class PilotSection implements CaseSection {

    private final Pilots pilots;
    private final PilotLetters letters;

    PilotSection(Pilots pilots, PilotLetters letters) {
        this.pilots = pilots;
        this.letters = letters;
    }

    /** The pilot and its letters, newest first. */
    record Tried(Pilot pilot, List<Letter> letters) {}

    @Override
    public String template() {
        return "pilot/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        return pilots.of(partnership.code()).map(pilot -> new Tried(pilot, letters.of(partnership.code())));
    }
}
