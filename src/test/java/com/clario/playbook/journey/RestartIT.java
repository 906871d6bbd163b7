package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar is killed in the middle of outreach and of the pilot, started again, and finishes the case. */
class RestartIT {

    @TempDir
    private Path folder;

    private final int port = freePort();
    private final String base = "http://127.0.0.1:" + port;
    private Process server;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aCaseSurvivesTheServerBeingKilled() throws Exception {
        startServer();
        var before = new MokaWalk(base, "default");
        before.start();
        before.startOthers();
        before.identify();
        before.prepareOutreach();

        killAndStart();
        var inOutreach = new MokaWalk(base, "default");
        inOutreach.finishOutreach();
        inOutreach.agreeTerms();
        inOutreach.startPilot();

        killAndStart();
        var inPilot = new MokaWalk(base, "default");
        inPilot.finishPilot();
        inPilot.sign();
        inPilot.launch();
        inPilot.keepAtFirstReview();

        assertThat(inPilot.casePage()).contains("Optimize");
    }

    private void killAndStart() throws Exception {
        stop();
        startServer();
    }

    private void startServer() throws IOException {
        server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g",
                        "-jar",
                        jar().getAbsolutePath(),
                        "--server.port=" + port,
                        "--playbook.demo.cases=false",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("playbook"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/restart.log")))
                .start();
        Visitor.await("the server to answer", this::answers);
    }

    private Optional<Boolean> answers() {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(base + "/login")).build(), BodyHandlers.discarding());
            return answer.statusCode() == 200 ? Optional.of(true) : Optional.empty();
        } catch (IOException notYet) {
            assertThat(server.isAlive())
                    .as("the server runs; see target/restart.log")
                    .isTrue();
            return Optional.empty();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static File jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("partnership-playbook-.*\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toFile();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
