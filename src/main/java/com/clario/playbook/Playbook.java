package com.clario.playbook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the system a growth team runs its partnerships on. */
@Modulithic
@SpringBootApplication
public class Playbook {

    public static void main(String[] args) {
        SpringApplication.run(Playbook.class, args);
    }
}
