package com.clario.playbook.engine.webapp;

import com.clario.playbook.engine.Refusal;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/** Answers a refusal with 400 and its sentence alone; Jersey finds this class by its service file. */
public class RefusalsOverHttp implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext webapp) {
        webapp.register(new Mapper());
    }

    static class Mapper implements ExceptionMapper<Refusal> {

        @Override
        public Response toResponse(Refusal refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Map.of("type", "Refusal", "message", refusal.getMessage()))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }
}
