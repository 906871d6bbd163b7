package com.clario.playbook;

import com.clario.playbook.partnership.page.CaseSection;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The README's way through the house, made from what is there: one row for each folder of drawings and rules. */
final class Tour {

    private static final Path RULES = Path.of("rules");
    private static final String PACKAGE = Playbook.class.getPackageName();
    private static final String HEAD =
            "| stage | drawings | forms | rules | room | pages |\n|---|---|---|---|---|---|\n";
    private static final String CASE_PAGE = "/partnerships/{code}";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+):[^}]*(\\{[^}]*})?[^}]*}");

    private final List<Plan> plans = Plan.all().toList();
    private final List<JavaClass> house = Plan.HOUSE.stream().toList();

    /** The table, ready to stand in the README. */
    static String table() {
        var tour = new Tour();
        return tour.folders().map(tour::row).collect(Collectors.joining("\n", HEAD, "\n")) + tour.everywhere() + "\n";
    }

    private Stream<String> folders() {
        return Stream.of(Plan.HOME, RULES)
                .flatMap(home -> below(home).filter(Files::isDirectory))
                .map(folder -> folder.getFileName().toString())
                .distinct()
                .sorted();
    }

    private String row(String folder) {
        var drawings = plans.stream()
                .filter(plan -> plan.file().getParent().endsWith(folder))
                .sorted(Comparator.comparing((Plan plan) -> !folder.endsWith(plan.name())))
                .toList();
        var rooms = rooms(folder, drawings);
        return cells(title(folder), drawings, rules(folder), rooms, pages(rooms));
    }

    /** The drawing of the whole way, and the pages of those rooms that belong to no stage. */
    private String everywhere() {
        var drawings = plans.stream()
                .filter(plan -> plan.file().getParent().equals(Plan.HOME))
                .toList();
        var ofStages = folders()
                .flatMap(
                        folder -> rooms(
                                folder,
                                plans.stream()
                                        .filter(plan -> plan.file().getParent().endsWith(folder))
                                        .toList())
                                .stream())
                .toList();
        var others = house.stream()
                .filter(one -> !mappings(one).isEmpty())
                .map(Tour::room)
                .filter(room -> !ofStages.contains(room))
                .distinct()
                .sorted()
                .toList();
        return cells("all along", drawings, List.of(), others, pages(others));
    }

    private static String cells(
            String title, List<Plan> drawings, List<String> rules, List<String> rooms, List<String> pages) {
        var all = new ArrayList<String>();
        all.add(title);
        all.add(list(drawings, plan -> link(plan.name(), plan.file())));
        all.add(list(forms(drawings), Function.identity()));
        all.add(list(rules, Function.identity()));
        all.add(list(rooms, Tour::code));
        all.add(list(pages, Tour::code));
        return all.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> forms(List<Plan> drawings) {
        return drawings.stream()
                .flatMap(plan -> plan.every(UserTask.class).stream()
                        .map(task -> link(
                                task.getName().replaceAll(":? #.*", "").toLowerCase(),
                                plan.file().resolveSibling(task.getId() + ".form"))))
                .distinct()
                .toList();
    }

    private static List<String> rules(String folder) {
        return Files.isDirectory(RULES.resolve(folder))
                ? below(RULES.resolve(folder))
                        .map(set -> link(set.getFileName().toString().replace('-', ' '), set))
                        .toList()
                : List.of();
    }

    /** The rooms whose steps the drawings call, and whose rules lie there. */
    private List<String> rooms(String folder, List<Plan> drawings) {
        var rooms = new TreeSet<String>();
        drawings.stream()
                .flatMap(plan -> Plan.calls(plan.text()))
                .filter(call -> !call.bean().equals("partnershipSteps"))
                .forEach(call -> rooms.add(room(call.steps())));
        var name = folder.replaceAll("^\\d-", "");
        house.stream().map(Tour::room).filter(name::equals).forEach(rooms::add);
        return List.copyOf(rooms);
    }

    private List<String> pages(List<String> rooms) {
        var pages = new TreeSet<String>();
        house.stream().filter(one -> rooms.contains(room(one))).forEach(one -> {
            mappings(one).stream().filter(Tour::isAnEntrance).forEach(pages::add);
            if (one.isAssignableTo(CaseSection.class) && !one.isInterface()) {
                pages.add(CASE_PAGE);
            }
        });
        return List.copyOf(pages);
    }

    /** A page one goes to, not one that is reached from it. */
    private static boolean isAnEntrance(String path) {
        return path.equals(CASE_PAGE) || !path.contains("{") && !path.matches(".*/(new|edit)");
    }

    private static List<String> mappings(JavaClass one) {
        return one.isInterface() || !one.getSimpleName().endsWith("Controller")
                ? List.of()
                : Arrays.stream(one.reflect().getDeclaredMethods())
                        .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, GetMapping.class))
                        .filter(mapping -> mapping != null)
                        .flatMap(mapping -> mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path()))
                        .map(path -> base(one) + path)
                        .map(path -> VARIABLE.matcher(path).replaceAll("{$1}"))
                        .toList();
    }

    private static String base(JavaClass one) {
        var all = AnnotatedElementUtils.findMergedAnnotation(one.reflect(), RequestMapping.class);
        return all == null || all.path().length == 0 ? "" : all.path()[0];
    }

    private static String room(JavaClass one) {
        return room(one.getPackageName());
    }

    private static String room(Class<?> one) {
        return room(one.getPackageName());
    }

    private static String room(String name) {
        return name.equals(PACKAGE) ? "" : name.substring(PACKAGE.length() + 1).replaceAll("\\..*", "");
    }

    private static String title(String folder) {
        var words = folder.replaceFirst("^(\\d)-", "$1 ").split(" ");
        var last = words[words.length - 1];
        words[words.length - 1] = Character.toUpperCase(last.charAt(0)) + last.substring(1);
        return String.join(" ", words);
    }

    private static Stream<Path> below(Path folder) {
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> String list(List<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }

    private static String link(String word, Path to) {
        return "[" + word + "](" + to.toString().replace('\\', '/') + ")";
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
