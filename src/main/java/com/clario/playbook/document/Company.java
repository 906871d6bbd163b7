package com.clario.playbook.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Our own company, as decks, mails and contracts name it. */
@ConfigurationProperties("playbook.company")
public record Company(
        @DefaultValue("Clario") String name,
        @DefaultValue("Jakarta, Indonesia") String address,
        @DefaultValue("the Republic of Indonesia") String governingLaw,
        @DefaultValue("Republik Indonesia") String governingLawIndonesian) {}
