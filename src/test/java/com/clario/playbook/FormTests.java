package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form can be shown by Tasklist, and all it asks for is recorded. */
class FormTests {

    private static final Set<String> INPUTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "dynamiclist");

    /** What form-js 1.8.7 in Tasklist can show beside its inputs. */
    private static final Set<String> SHOWN =
            Set.of("text", "html", "image", "iframe", "table", "group", "spacer", "separator", "button");

    private static final Map<String, UserTask> TASKS = Plan.all()
            .flatMap(plan -> plan.every(UserTask.class).stream())
            .collect(Collectors.toMap(UserTask::getId, Function.identity()));

    static Stream<Path> forms() {
        return Plan.files(".form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormBelongsToTheTaskOfItsName(Path file) throws IOException {
        var form = form(file);

        assertThat(form.path("id").asText()).isEqualTo(name(file));
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(TASKS).containsKey(name(file));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyComponentIsOneThatTasklistKnows(Path file) throws IOException {
        var all = components(form(file));

        assertThat(all)
                .extracting(one -> one.path("type").asText())
                .allMatch(type -> INPUTS.contains(type) || SHOWN.contains(type));
        assertThat(all)
                .extracting(one -> one.path("id").asText())
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z][A-Za-z0-9]*").startsWith(name(file)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldIsAnArgumentOfTheStepThatRecordsIt(Path file) throws IOException {
        var record = (ServiceTask) TASKS.get(name(file)).getSucceedingNodes().singleResult();
        var call = Plan.calls(record.getCamundaExpression()).findFirst().orElseThrow();

        assertThat(call.arguments())
                .filteredOn(argument -> !argument.endsWith("Id"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(fields(form(file)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldHasALabelAndALimit(Path file) throws IOException {
        for (var field : components(form(file))) {
            var type = field.path("type").asText();
            var name = file + ": " + field.path("id").asText();
            if (INPUTS.contains(type)) {
                var label = field.path(type.equals("datetime") ? "dateLabel" : "label");
                assertThat(label.asText()).as(name).isNotBlank();
            }
            if (type.startsWith("text") && INPUTS.contains(type)) {
                assertThat(field.path("validate").path("maxLength").asInt())
                        .as(name)
                        .isBetween(1, 4000);
            }
            if (type.equals("number")) {
                assertThat(field.path("validate").has("min")).as(name).isTrue();
                assertThat(field.path("validate").has("max")).as(name).isTrue();
            }
        }
    }

    /** Tasklist sends only the rows it shows, and without this it hides all after the fifth. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyListShowsAllItsRows(Path file) throws IOException {
        assertThat(components(form(file)))
                .filteredOn(one -> one.path("type").asText().equals("dynamiclist"))
                .allMatch(list -> list.path("disableCollapse").asBoolean());
    }

    /** The keys the form sends; what stands in a repeated row travels with its list. */
    private static List<String> fields(JsonNode container) {
        var keys = new ArrayList<String>();
        for (var component : container.path("components")) {
            if (component.path("type").asText().equals("dynamiclist")) {
                keys.add(component.path("path").asText());
            } else if (INPUTS.contains(component.path("type").asText())) {
                keys.add(component.path("key").asText());
            } else {
                keys.addAll(fields(component));
            }
        }
        return keys;
    }

    private static List<JsonNode> components(JsonNode container) {
        var all = new ArrayList<JsonNode>();
        for (var component : container.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    private static JsonNode form(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".form", "");
    }
}
