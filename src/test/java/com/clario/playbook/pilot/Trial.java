package com.clario.playbook.pilot;

import com.clario.playbook.CaseRun;
import com.clario.playbook.access.People;
import com.clario.playbook.document.Documents;
import com.clario.playbook.partnership.BusinessDays;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** A pilot in a test: what people enter for it, and the way through its letter. */
public final class Trial {

    private Trial() {}

    public static Map<String, Object> plan(ApplicationContext house, int customers) {
        return new HashMap<>(Map.of(
                "customers",
                names(customers),
                "startsOn",
                today(house),
                "days",
                30,
                "targetActivePercent",
                60,
                "targetSatisfaction",
                "4",
                "failureCriteria",
                "Fewer than five active",
                "scope",
                "Daily sales report",
                "whoPays",
                "FREE"));
    }

    static String names(int customers) {
        return IntStream.rangeClosed(1, customers)
                .mapToObj(number -> "Restaurant " + number)
                .collect(Collectors.joining("\n"));
    }

    /** Legal approves the letter and both sides sign it: the pilot starts. */
    public static CaseRun agree(ApplicationContext house, CaseRun run) {
        run.complete("lina", "reviewPilotLetter", Map.of("letterDecision", "APPROVE"));
        upload(house, run);
        return run.complete("sari", "signPilotLetter", signature(house));
    }

    static void upload(ApplicationContext house, CaseRun run) {
        house.getBean(People.class).actAs("sari", () -> house.getBean(Documents.class)
                .store(
                        run.code(),
                        Documents.SIGNED_PILOT_LETTER,
                        "letter.pdf",
                        "%PDF-1.4 letter".getBytes(StandardCharsets.US_ASCII)));
    }

    static Map<String, Object> signature(ApplicationContext house) {
        return new HashMap<>(Map.of(
                "letterSignature", "SIGNED",
                "letterPartnerSignatory", "Rina Halim",
                "letterOurSignatory", "Andi Pratama",
                "letterSignedOn", today(house)));
    }

    private static String today(ApplicationContext house) {
        return house.getBean(BusinessDays.class).today().toString();
    }
}
