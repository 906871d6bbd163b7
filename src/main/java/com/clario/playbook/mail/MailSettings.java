package com.clario.playbook.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who our mails come from, how often the outbox is looked at and how long a mail is tried again. */
@ConfigurationProperties("playbook.mail")
record MailSettings(
        @DefaultValue("partnerships@clario.example") String from,
        @DefaultValue("Clario Partnerships") String fromName,
        @DefaultValue("5s") Duration poll,
        @DefaultValue({"1m", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"}) List<Duration> retries) {

    MailSettings {
        if (!Mail.isAddress(from)) {
            throw new IllegalArgumentException("playbook.mail.from is not a mail address: " + from);
        }
        retries = List.copyOf(retries);
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
