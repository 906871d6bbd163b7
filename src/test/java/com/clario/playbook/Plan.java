package com.clario.playbook;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One drawing as it lies in the folder, and what it calls. */
public record Plan(Path file, String text, BpmnModelInstance model) {

    static final Path HOME = Path.of("processes");

    /** All classes of the house itself, without its tests. */
    static final JavaClasses HOUSE =
            new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)).importPackages(packageName());

    private static final Pattern CALL = Pattern.compile("(\\w+Steps)\\.(\\w+)\\(([^()]*)\\)");

    private static final Map<String, Class<?>> STEPS = HOUSE.stream()
            .filter(one -> one.getSimpleName().endsWith("Steps"))
            .map(JavaClass::reflect)
            .collect(Collectors.toMap(Plan::bean, Function.identity()));

    /** One call of a step, such as {@code launchSteps.prepareLaunch(partnershipId)}. */
    record Call(String bean, String method, List<String> arguments) {

        Class<?> steps() {
            return STEPS.get(bean);
        }

        List<java.lang.reflect.Method> methods() {
            return Arrays.stream(steps().getMethods())
                    .filter(one -> one.getName().equals(method))
                    .toList();
        }
    }

    public static Stream<Plan> all() {
        return files(".bpmn").map(Plan::read);
    }

    static Stream<Path> files(String ending) {
        try (var found = Files.walk(HOME)) {
            return found.filter(one -> one.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Call> calls(String expression) {
        return CALL.matcher(expression)
                .results()
                .map(found -> new Call(found.group(1), found.group(2), split(found.group(3))));
    }

    static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String name() {
        return file.getFileName().toString().replace(".bpmn", "");
    }

    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    public <T extends ModelElementInstance> List<T> every(Class<T> kind) {
        return List.copyOf(model.getModelElementsByType(kind));
    }

    @Override
    public String toString() {
        return name();
    }

    private static Plan read(Path file) {
        return new Plan(file, textOf(file), Bpmn.readModelFromFile(file.toFile()));
    }

    private static List<String> split(String arguments) {
        return arguments.isBlank() ? List.of() : List.of(arguments.split("\\s*,\\s*"));
    }

    private static String bean(Class<?> steps) {
        var name = steps.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String packageName() {
        return Plan.class.getPackageName();
    }
}
