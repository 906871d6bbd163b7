package com.clario.playbook;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the system a growth team runs its partnerships on. */
@Modulithic
@SpringBootApplication
public class Playbook {

    public static void main(String[] args) {
        // The engine stores dates without a zone: every node must mean the same one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Playbook.class, args);
    }
}
