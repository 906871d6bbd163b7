package com.clario.playbook.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** The first people with their groups, in an engine that knows nothing else: for tests without the whole house. */
public final class Colleagues {

    private static People people;

    private Colleagues() {}

    public static synchronized People here() {
        if (people == null) {
            people = new People(engine());
        }
        return people;
    }

    private static IdentityService engine() {
        var identity = new StandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:colleagues;DB_CLOSE_DELAY=-1")
                .setHistory("none")
                .setMetricsEnabled(false)
                .setJobExecutorActivate(false)
                .setProcessEngineName("colleagues")
                .buildProcessEngine()
                .getIdentityService();
        add(identity, "sari", "Sari", "Wijaya", Groups.PARTNERSHIPS);
        add(identity, "maya", "Maya", "Kusuma", Groups.MANAGERS);
        add(identity, "rizal", "Rizal", "Pratama", Groups.MANAGERS);
        return identity;
    }

    private static void add(IdentityService identity, String id, String first, String last, String group) {
        var user = identity.newUser(id);
        user.setFirstName(first);
        user.setLastName(last);
        identity.saveUser(user);
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        identity.createMembership(id, group);
    }
}
