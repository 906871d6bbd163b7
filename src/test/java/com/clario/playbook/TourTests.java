package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README says of the house is so. With {@code -Dtour=write} its table and its picture are made anew. */
class TourTests {

    private static final Path README = Path.of("README.md");
    private static final Path PICTURE = Path.of("docs", "partnership.svg");
    private static final Pattern TABLE = Pattern.compile("(?<=\n## The tour\n\n)(\\|.*\n)+");
    private static final Pattern PLACE = Pattern.compile("`([\\w./-]+)`");
    private static final String HOW = "%s is not what %s says: run ./mvnw -Dtest=TourTests -Dtour=write test";

    private static final boolean WRITE = "write".equals(System.getProperty("tour"));

    @Test
    void theTableTellsWhereEveryStageIs() throws IOException {
        var readme = Files.readString(README);
        var table = TABLE.matcher(readme);
        assertThat(table.find()).as("README has a table below 'The tour'").isTrue();
        if (WRITE) {
            Files.writeString(README, new StringBuilder(readme).replace(table.start(), table.end(), Tour.table()));
            return;
        }

        assertThat(table.group().lines().toList())
                .as(HOW, "The tour in README", "the house")
                .containsExactlyElementsOf(Tour.table().lines().toList());
    }

    @Test
    void thePictureIsTheDrawing() throws IOException {
        var drawn = Picture.of(partnership());
        if (WRITE) {
            Files.writeString(PICTURE, drawn);
            return;
        }

        assertThat(Files.readString(PICTURE))
                .as(HOW, PICTURE, "partnership.bpmn")
                .isEqualTo(drawn);
    }

    @Test
    void theFoldersStandInTheOrderOfTheStages() throws IOException {
        try (var folders = Files.list(Plan.HOME)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(folder -> Character.isDigit(folder.charAt(0)))
                            .sorted())
                    .containsExactlyElementsOf(
                            stages().map(stage -> stage.getName().toLowerCase().replace(' ', '-'))
                                    .toList());
        }
    }

    /** The calls of the drawing that holds them together, from its start to its end. */
    private static Stream<CallActivity> stages() {
        FlowNode first = partnership().every(StartEvent.class).stream()
                .filter(start -> start.getParentElement().equals(partnership().process()))
                .findFirst()
                .orElse(partnership().every(StartEvent.class).get(0));
        return Stream.iterate(Stream.of(first).toList(), step -> !step.isEmpty(), step -> step.stream()
                        .flatMap(one -> one.getSucceedingNodes().list().stream())
                        .distinct()
                        .toList())
                .flatMap(java.util.List::stream)
                .filter(CallActivity.class::isInstance)
                .map(CallActivity.class::cast);
    }

    private static Plan partnership() {
        return Plan.all()
                .filter(plan -> plan.name().equals("partnership"))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> places() throws IOException {
        return PLACE.matcher(TABLE.matcher(Files.readString(README)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(place -> place.contains("/") || Files.isDirectory(house(place)))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("places")
    void everyPlaceReadmeNamesIsThere(String place) {
        assertThat(Stream.of(Path.of(place), house(place), house(place + ".java")))
                .as("The place %s, which README names", place)
                .anyMatch(Files::exists);
    }

    private static Path house(String place) {
        return Path.of("src/main/java/com/clario/playbook").resolve(place);
    }
}
