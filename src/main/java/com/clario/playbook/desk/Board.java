package com.clario.playbook.desk;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.OpenTask;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Stage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Puts every open partnership into its stage's column, with its next step and how it does against the plan. */
@Service
class Board {

    private static final int MOST_WORK = 6;

    private final Partnerships partnerships;
    private final PartnershipProcess process;
    private final Waits waits;
    private final People people;
    private final BusinessDays days;

    Board(Partnerships partnerships, PartnershipProcess process, Waits waits, People people, BusinessDays days) {
        this.partnerships = partnerships;
        this.process = process;
        this.waits = waits;
        this.people = people;
        this.days = days;
    }

    /** A stage with its cards: the most late first. */
    record Column(Stage stage, List<Card> cards) {

        public long paused() {
            return cards.stream().filter(card -> card.partnership().paused()).count();
        }

        public long overdue() {
            return cards.stream().filter(card -> card.plan().late()).count();
        }
    }

    /**
     * One partnership on the board.
     *
     * @param task the most urgent open task; null while it waits or the system works
     * @param more how many other tasks are open
     * @param wait what it waits for; null while a task is open
     */
    record Card(Partnership partnership, String owner, Plan plan, Work task, int more, Waits.Wait waiting) {}

    /** A task as the board shows it. */
    record Work(OpenTask task, LocalDate due, boolean late, String taker) {}

    /** The open partnerships of one owner, or of everybody, by stage. */
    List<Column> columns(String owner, boolean overdueOnly) {
        var tasks = byPartnership();
        var waiting = process.waits();
        var names = new HashMap<String, String>();
        var cards = partnerships.open().stream()
                .filter(one -> owner.isEmpty() || one.owner().equals(owner))
                .map(one -> card(one, tasks.getOrDefault(one.code(), List.of()), waiting, names))
                .filter(card -> !overdueOnly || card.plan().late())
                .sorted(Comparator.comparing(
                        card -> card.plan().daysLeft(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return Stream.of(Stage.values())
                .map(stage -> new Column(
                        stage,
                        cards.stream()
                                .filter(card -> card.partnership().stage() == stage)
                                .toList()))
                .toList();
    }

    /** Those who own an open partnership, by name. */
    List<Person> owners() {
        return partnerships.open().stream()
                .map(Partnership::owner)
                .distinct()
                .flatMap(id -> people.find(id).stream())
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** Ended partnerships, the last ended first. */
    List<Partnership> ended() {
        return partnerships.all().stream()
                .filter(one -> !one.open())
                .sorted(Comparator.comparing(Partnership::endedOn).reversed())
                .toList();
    }

    /** What the signed-in person can do now: their own tasks and their groups' untaken ones, the most urgent first. */
    List<Work> myWork() {
        var me = people.current();
        var paused = partnerships.open().stream()
                .filter(Partnership::paused)
                .map(Partnership::code)
                .collect(Collectors.toSet());
        return process.tasks().stream()
                .filter(task -> !paused.contains(task.partnership()))
                .filter(task -> task.assignee() == null
                        ? me.isIn(task.group())
                        : task.assignee().equals(me.id()))
                .map(task -> work(task, new HashMap<>()))
                .toList();
    }

    static List<Work> mostUrgent(List<Work> work) {
        return work.stream().limit(MOST_WORK).toList();
    }

    List<Work> work(String partnership) {
        var names = new HashMap<String, String>();
        return process.tasks(partnership).stream()
                .map(task -> work(task, names))
                .toList();
    }

    String nameOf(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private Map<String, List<OpenTask>> byPartnership() {
        return process.tasks().stream()
                .filter(task -> task.partnership() != null)
                .collect(Collectors.groupingBy(OpenTask::partnership));
    }

    private Card card(
            Partnership one, List<OpenTask> tasks, Map<String, List<String>> waiting, Map<String, String> names) {
        return new Card(
                one,
                names.computeIfAbsent(one.owner(), this::nameOf),
                Plan.of(one, days.today()),
                tasks.isEmpty() || one.paused() ? null : work(tasks.get(0), names),
                Math.max(0, tasks.size() - 1),
                tasks.isEmpty() && !one.paused()
                        ? waits.of(one.code(), waiting.getOrDefault(one.code(), List.of()))
                        : null);
    }

    private Work work(OpenTask task, Map<String, String> names) {
        var due = task.due() == null ? null : LocalDate.ofInstant(task.due(), days.zone());
        var taker = task.assignee() == null ? null : names.computeIfAbsent(task.assignee(), this::nameOf);
        return new Work(task, due, due != null && due.isBefore(days.today()), taker);
    }
}
