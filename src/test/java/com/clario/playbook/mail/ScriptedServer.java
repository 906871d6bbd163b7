package com.clario.playbook.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that misbehaves on purpose: answers the recipient as told, or hangs up before the good-bye. */
final class ScriptedServer implements AutoCloseable {

    final List<String> received = new CopyOnWriteArrayList<>();

    private final ServerSocket socket = new ServerSocket(0);
    private final String answerToRecipient;
    private final boolean hangsUp;

    ScriptedServer(String answerToRecipient, boolean hangsUp) throws IOException {
        this.answerToRecipient = answerToRecipient;
        this.hangsUp = hangsUp;
        var thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException closed) {
                // the next caller, or the end of the test
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 scripted");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("RCPT")) {
                say(client, answerToRecipient);
            } else if (line.equals("DATA")) {
                say(client, "354 go on");
                received.add(body(lines));
                say(client, "250 taken");
                if (hangsUp) {
                    client.setSoLinger(true, 0);
                    return;
                }
            } else {
                say(client, line.startsWith("QUIT") ? "221 bye" : "250 fine");
            }
        }
    }

    private static String body(BufferedReader lines) throws IOException {
        var body = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            body.append(line).append('\n');
        }
        return body.toString();
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
