package com.clario.playbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@PlaybookTest
class DrawingsTests {

    private static final String[] DRAWINGS = {
        "partnership",
        "identify",
        "prioritise",
        "outreach",
        "negotiation",
        "contract",
        "pilot",
        "signature",
        "launch",
        "optimize",
        "windDown",
        "ruleChange"
    };

    @Autowired
    ProcessEngine engine;

    @TempDir
    Path folders;

    @AfterEach
    void remove() {
        reviews().forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void bringsNoNewVersionFromAnotherFolderOrFromAJar() {
        deployFrom(folder("here", read("review.bpmn")));
        deployFrom(folder("there", read("review.bpmn")));
        deployFrom(jar(folder("packed", read("review.bpmn"))));

        assertThat(versions()).isOne();
        assertThat(reviews())
                .allMatch(deployment -> Drawings.DEPLOYMENT.equals(deployment.getName()))
                .flatExtracting(
                        deployment -> engine.getRepositoryService().getDeploymentResourceNames(deployment.getId()))
                .containsExactlyInAnyOrder("1-identify/review.bpmn", "1-identify/reviewTerms.form");
    }

    @Test
    void keepsTheFormsOfRunningCasesWhenADrawingChanges() {
        deployFrom(folder("before", read("review.bpmn")));
        var running = startReview();
        deployFrom(folder("after", read("review.bpmn").replace("name=\"Review\"", "name=\"Review again\"")));
        var fresh = startReview();

        assertThat(versions()).isEqualTo(2);
        for (var task : new String[] {running, fresh}) {
            assertThat(engine.getFormService().getDeployedTaskForm(task)).isNotEmpty();
            engine.getTaskService().complete(task, Map.of("verdict", "APPROVE"));
        }
    }

    /** What this test has brought, beside the drawings of the house. */
    private List<Deployment> reviews() {
        var repository = engine.getRepositoryService();
        return repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains("1-identify/review.bpmn"))
                .toList();
    }

    @Test
    void bringsNoNewVersionOfTheRealDrawingsAtTheNextStart() {
        var repository = engine.getRepositoryService();
        var files = new PathMatchingResourcePatternResolver();
        new Drawings(repository, files).deploy();
        new Drawings(repository, files).deploy();

        var real = repository.createDeploymentQuery().list().stream()
                .map(deployment -> repository.getDeploymentResourceNames(deployment.getId()))
                .filter(names -> names.contains("partnership.bpmn"))
                .toList();
        assertThat(real).singleElement().asList().contains("1-identify/identify.bpmn");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKeysIn(DRAWINGS)
                        .list())
                .hasSameSizeAs(DRAWINGS)
                .allMatch(definition -> definition.getVersion() == 1);
    }

    private void deployFrom(Path place) {
        try (var loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            new Drawings(engine.getRepositoryService(), new PathMatchingResourcePatternResolver(loader)).deploy();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path folder(String name, String drawing) {
        try {
            var stage = Files.createDirectories(folders.resolve(name + "/processes/1-identify"));
            Files.writeString(stage.resolve("review.bpmn"), drawing);
            Files.writeString(stage.resolve("reviewTerms.form"), read("reviewTerms.form"));
            return folders.resolve(name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path jar(Path folder) {
        var jar = folders.resolve("playbook.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(folder)) {
            for (var file : files.filter(path -> !path.equals(folder)).toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return jar;
    }

    private String startReview() {
        var process =
                engine.getRuntimeService().startProcessInstanceByKey("review", "moka-1", Map.of("partner", "Moka"));
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getId();
    }

    private long versions() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("review")
                .count();
    }

    private static String read(String name) {
        try (var in = DrawingsTests.class.getResourceAsStream("/drawings/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
