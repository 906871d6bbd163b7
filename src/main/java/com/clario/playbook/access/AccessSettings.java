package com.clario.playbook.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which people exist at the first start. */
@ConfigurationProperties("playbook.people")
record AccessSettings(@DefaultValue("false") boolean demo, @DefaultValue("admin") String admin, String adminPassword) {}
