package com.clario.playbook;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** The house stands as it was designed: rooms, their order, and what each kind of class may do. */
class HouseTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:final |sealed |abstract )*(?:class|record|enum|interface|@interface) ");

    /** What drawings call, with the lambdas and switches inside. */
    private static final DescribedPredicate<JavaClass> STEPS =
            DescribedPredicate.describe("steps", one -> one.getName().matches(".*Steps(\\$.*)?"));

    @Test
    void everyRoomUsesOnlyTheRoomsBelowIt() {
        ApplicationModules.of(Playbook.class).verify();
    }

    @Test
    void onlyProcessesTheEngineAndAccessKnowCamunda() {
        noClasses()
                .that(not(simpleNameEndingWith("Process")))
                .and(not(resideInAPackage("..playbook.engine..")))
                .and(not(resideInAPackage("..playbook.access..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(Plan.HOUSE);
    }

    @Test
    void onlyDrawingsCallSteps() {
        noClasses().that(not(STEPS)).should().dependOnClassesThat(STEPS).check(Plan.HOUSE);
        classes().that(simpleNameEndingWith("Steps")).should().bePublic().check(Plan.HOUSE);
    }

    @Test
    void onlyStepsSpeakOfDatesAsTheEngineDoes() {
        noClasses()
                .that(not(STEPS))
                .and(not(simpleNameEndingWith("Process")))
                .and(not(simpleName("BusinessDays")))
                // the date in a mail's head
                .and(not(simpleName("Sender")))
                .and(not(resideInAPackage("..playbook.engine..")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(Plan.HOUSE);
    }

    @Test
    void nobodyLooksAtAnotherClockThanOurs() {
        for (var kind :
                new Class<?>[] {LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class}) {
            noClasses()
                    .should()
                    .callMethod(kind, "now")
                    .orShould()
                    .callMethod(kind, "now", ZoneId.class)
                    .check(Plan.HOUSE);
        }
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(Plan.HOUSE);
    }

    @Test
    void nothingIsCountedInFloatingPoint() {
        fields().that()
                // points on a slide
                .areDeclaredInClassesThat(not(simpleName("DeckPage")))
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(Plan.HOUSE);
        methods()
                .that()
                .areDeclaredInClassesThat(not(resideInAPackage("..playbook.engine..")))
                .and()
                .areDeclaredInClassesThat(not(simpleName("DeckPage")))
                .should()
                .notHaveRawReturnType(double.class)
                .check(Plan.HOUSE);
    }

    @Test
    void doorsAndFixturesAreHidden() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areMetaAnnotatedWith(Configuration.class)
                .and(not(simpleName("Playbook")))
                .or(simpleNameEndingWith("Service"))
                .should()
                .notBePublic()
                .check(Plan.HOUSE);
    }

    @Test
    void everyRoomIsSeenAtAGlance() throws IOException {
        var rooms = sources()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(rooms.entrySet()).filteredOn(room -> room.getValue() > 12).isEmpty();
        assertThat(rooms.keySet())
                .filteredOn(room -> !room.endsWith("playbook"))
                .filteredOn(room -> !Files.exists(room.resolve("package-info.java")))
                .isEmpty();
    }

    @Test
    void everyFileIsReadInOneSitting() throws IOException {
        try (var all = Files.walk(Path.of("src"))) {
            assertThat(all.filter(file -> file.toString().endsWith(".java")))
                    .filteredOn(file -> Plan.textOf(file).lines().count() > (file.startsWith(MAIN) ? 250 : 350))
                    .isEmpty();
        }
    }

    @Test
    void everyPublicTypeAndRoomSaysWhatItIs() throws IOException {
        assertThat(sources()).filteredOn(file -> !saysWhatItIs(file)).isEmpty();
    }

    private static boolean saysWhatItIs(Path file) {
        var text = Plan.textOf(file);
        if (file.endsWith("package-info.java")) {
            return text.startsWith("/**");
        }
        var found = PUBLIC_TYPE.matcher(text);
        return !found.find() || text.substring(0, found.start()).contains("/**");
    }

    private static Stream<Path> sources() throws IOException {
        try (var all = Files.walk(MAIN)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
