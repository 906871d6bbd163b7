package com.clario.playbook.engine;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where business days begin and end. */
@ConfigurationProperties("playbook")
record EngineSettings(@DefaultValue("Asia/Jakarta") ZoneId zone) {}
