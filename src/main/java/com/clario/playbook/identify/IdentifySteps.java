package com.clario.playbook.identify;

import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.Round.Ranked;
import com.clario.playbook.identify.research.Research;
import com.clario.playbook.identify.research.Research.Evidence;
import com.clario.playbook.identify.research.Researches;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.Rules;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the drawings of stage 1 ask for and hand over. */
@Component
public class IdentifySteps {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Researches researches;
    private final Candidates candidates;
    private final Rounds rounds;
    private final RoundProcess process;
    private final RoundShown shown;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Rules rules;
    private final People people;
    private final BusinessDays days;

    IdentifySteps(
            Researches researches,
            Candidates candidates,
            Rounds rounds,
            RoundProcess process,
            RoundShown shown,
            Partnerships partnerships,
            Partners partners,
            Rules rules,
            People people,
            BusinessDays days) {
        this.researches = researches;
        this.candidates = candidates;
        this.rounds = rounds;
        this.process = process;
        this.shown = shown;
        this.partnerships = partnerships;
        this.partners = partners;
        this.rules = rules;
        this.people = people;
        this.days = days;
    }

    public String showResearchCandidate(String partnershipId) {
        var partnership = partnerships.get(partnershipId);
        var partner = partnerships.partner(partnershipId);
        var shown = Shown.of(partnership, question(partnershipId, partner.name()))
                .fact(
                        "Model",
                        partnership.model().label() + ": " + partnership.model().meaning())
                .fact("About", partner.about())
                .fact("Website", partner.website().isEmpty() ? null : partner.website())
                .fact("Value to them", partner.valueToThem())
                .fact("Value to us", partner.valueToUs());
        partners.facts(partner.code())
                .forEach(fact -> shown.fact(Research.label(fact), Research.inWords(fact, days.today())));
        return shown.with("adviser", partner.type() == PartnerType.CHANNEL).json();
    }

    private String question(String code, String name) {
        return researches
                .newest(code)
                .map(last -> name + " was last researched on " + Round.day(last.on())
                        + ". Bring every answer up to date, and say where it comes from.")
                .orElse("What is " + name + " worth to us, and what are we worth to them?");
    }

    /** What a field starts with: the catalogue's word on the criterion of the same name. */
    public Object prefill(String partnershipId, String key) {
        var worth = partners.fact(partnerships.get(partnershipId).partner(), key)
                .map(Fact::worth)
                .orElse(null);
        if (!List.of("merchants", "overlap", "leads").contains(key)) {
            return worth;
        }
        return worth != null && worth.matches("\\d{1,9}") ? Integer.valueOf(worth) : null;
    }

    /** The rows the list of evidence starts with. */
    public String evidence(String partnershipId) {
        return Shown.json(partners.facts(partnerships.get(partnershipId).partner()).stream()
                .filter(fact -> fact.proven() && Criterion.of(fact.criterion()).isPresent())
                .map(Evidence::row)
                .toList());
    }

    public void recordResearch(
            String partnershipId,
            Integer merchants,
            Integer overlap,
            String api,
            String analyticsGap,
            String upsell,
            String sponsor,
            Integer leads,
            String trusted,
            String competitor,
            String troubled,
            String evidence) {
        var adviser = partnerships.partner(partnershipId).type() == PartnerType.CHANNEL;
        researches.keep(new Research(
                partnershipId,
                days.today(),
                people.current().name(),
                merchants,
                overlap,
                answered("Technical interface", api, adviser ? "NONE" : null),
                yes(analyticsGap),
                yes(upsell),
                yes(sponsor),
                answered("Qualified leads a month", leads, adviser ? null : 0),
                yes(answered("Their clients follow their advice", trusted, adviser ? null : "NO")),
                yes(competitor),
                yes(troubled),
                read(evidence, new TypeReference<List<Map<String, String>>>() {}).stream()
                        .map(Evidence::of)
                        .toList()));
    }

    public String scoreFit(String partnershipId) {
        return candidates.score(partnershipId);
    }

    public String showConfirmFit(String partnershipId) {
        var candidate = candidates.get(partnershipId);
        var decision = rules.decision(candidate.decision());
        var partnership = partnerships.get(partnershipId);
        return Shown.of(
                        partnership,
                        decision.undecided()
                                ? "No rule judges " + partnership.partnerName()
                                        + ": you decide whether it goes to the round."
                                : "The rules call " + partnership.partnerName() + " possible, not strong.")
                .fact("Value to us", candidate.valueToUs() + " points")
                .fact("Value to them", candidate.valueToThem() + " points")
                .reasons(decision)
                .with("missing", shown.missing(candidate))
                .json();
    }

    public String recordFit(String partnershipId, String fitDecision, String fitReason) {
        return candidates.confirm(partnershipId, "CONFIRM".equals(fitDecision), fitReason);
    }

    public Date wakeUpDate(String partnershipId) {
        return days.start(candidates.get(partnershipId).parkedUntil());
    }

    public String checkResearchAge(String partnershipId) {
        return candidates.wakeUp(partnershipId);
    }

    public Long openRound() {
        return rounds.begin();
    }

    public Integer rankCandidates(Long roundId) {
        return rounds.rank(roundId);
    }

    public String roundName(Long roundId) {
        return rounds.get(roundId).name();
    }

    public String showChooseCandidates(Long roundId) {
        return shown.ranking(rounds.get(roundId));
    }

    public String candidateOptions(Long roundId) {
        return shown.options(rounds.get(roundId));
    }

    public void recordChoice(
            Long roundId, String picks, String declines, String parkUntil, String earlyReason, String choiceReason) {
        var codes = new TypeReference<List<String>>() {};
        rounds.choose(
                roundId,
                new Round.Choice(read(picks, codes), read(declines, codes), day(parkUntil), earlyReason, choiceReason));
    }

    public List<String> roundCandidates(Long roundId) {
        return rounds.get(roundId).candidates().stream()
                .map(Ranked::partnership)
                .toList();
    }

    public void sendDecision(Long roundId, String candidateId) {
        var round = rounds.get(roundId);
        var choice = round.candidate(candidateId).choice();
        if (choice == null || !process.tell(candidateId, choice)) {
            rounds.missed(round, candidateId, choice != null && process.waits(candidateId));
        }
    }

    /** Asked only of some kinds of partner: of the others nobody expects an answer. */
    private static <T> T answered(String field, T answer, T otherwise) {
        if (answer == null && otherwise == null) {
            throw new Refusal(field + ": give an answer.");
        }
        return answer == null ? otherwise : answer;
    }

    private static boolean yes(String answer) {
        return "YES".equals(answer);
    }

    private static LocalDate day(String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }

    private static <T> List<T> read(String json, TypeReference<List<T>> rows) {
        try {
            return json == null || json.isBlank() ? List.of() : JSON.readValue(json, rows);
        } catch (JsonProcessingException broken) {
            throw new Refusal("The list could not be read: fill it in once more.", broken);
        }
    }
}
