package com.clario.playbook.rules.desk;

import static com.clario.playbook.rules.desk.DraftPage.FIT;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.rules.RuleSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two managers and a draft of the rules of fit, which is gone afterwards. */
@PlaybookTest
abstract class AtTheDraft {

    @LocalServerPort
    int port;

    @Autowired
    List<RuleSet<?>> sets;

    Visitor maya;
    Visitor rizal;

    @BeforeEach
    void openADraft() {
        maya = Visitor.signedIn(port, "maya");
        rizal = Visitor.signedIn(port, "rizal");
        maya.get(FIT);
        rizal.get(FIT);
        maya.post(FIT + "/draft/open", Map.of());
    }

    @AfterEach
    void discardIt() throws Exception {
        DraftPage.discard(maya);
    }

    RuleSet<?> fit() {
        return sets.stream()
                .filter(one -> one.name().equals("identify/fit"))
                .findFirst()
                .orElseThrow();
    }
}
