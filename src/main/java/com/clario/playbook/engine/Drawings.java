package com.clario.playbook.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Brings all drawings and forms into the engine at once; what has not changed is not deployed again. */
@Component
class Drawings {

    static final String DEPLOYMENT = "partnership playbook";

    private static final String FOLDER = "/processes/";

    private final RepositoryService repository;
    private final ResourcePatternResolver files;

    Drawings(RepositoryService repository, ResourcePatternResolver files) {
        this.repository = repository;
        this.files = files;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void deploy() {
        var found = new TreeMap<String, Resource>();
        collect("bpmn", found);
        collect("form", found);
        if (found.isEmpty()) {
            return;
        }
        var deployment = repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(false);
        found.forEach((name, file) -> deployment.addInputStream(name, open(file)));
        deployment.deploy();
    }

    private void collect(String ending, TreeMap<String, Resource> found) {
        try {
            for (var file : files.getResources("classpath*:processes/**/*." + ending)) {
                found.put(relativeName(file), file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same name in a folder and in the jar: a name with a path in it would make each start a new version. */
    private static String relativeName(Resource file) throws IOException {
        var place = file.getURL().toString();
        return place.substring(place.lastIndexOf(FOLDER) + FOLDER.length());
    }

    private static InputStream open(Resource file) {
        try {
            return file.getInputStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
