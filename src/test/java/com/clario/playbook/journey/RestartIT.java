package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
    private int starts;

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
        starts++;
        server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar().getAbsolutePath(),
                        "--server.port=" + port,
                        "--playbook.demo.cases=false")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log())
                .start();
        Worker.await("the server to run", this::isRunning);
    }

    private File log() {
        return Path.of("target", "restart-" + starts + ".log").toFile();
    }

    /** The server says so itself: its port opens before its people are there. */
    private Optional<Boolean> isRunning() {
        assertThat(server.isAlive()).as("the server runs; see %s", log()).isTrue();
        try {
            return Files.readString(log().toPath()).contains("Partnership Playbook is running")
                    ? Optional.of(true)
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
