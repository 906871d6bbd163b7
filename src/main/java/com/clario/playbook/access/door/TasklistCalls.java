package com.clario.playbook.access.door;

/** What the Tasklist asks of the engine's interface; everything else there is for administrators alone. */
final class TasklistCalls {

    private static final String ENGINE = "/camunda/api/engine/engine/*";

    static final String[] PAGES = {
        "/camunda",
        "/camunda/",
        "/camunda/app/tasklist/**",
        "/camunda/app/welcome/**",
        "/camunda/lib/**",
        "/camunda/assets/**",
        "/camunda/favicon.ico"
    };

    /** Reading, within what the engine's own authorizations show to the person. */
    static final String[] READS = {
        "/camunda/api/engine/engine",
        "/camunda/api/engine/engine/",
        "/camunda/api/admin/auth/user/*",
        "/camunda/api/tasklist/plugin/**",
        "/camunda/api/welcome/plugin/**",
        ENGINE + "/version",
        ENGINE + "/user",
        ENGINE + "/user/count",
        ENGINE + "/user/*/profile",
        ENGINE + "/group",
        ENGINE + "/group/count",
        ENGINE + "/identity/groups",
        ENGINE + "/filter/**",
        ENGINE + "/task/**",
        ENGINE + "/process-definition/**",
        ENGINE + "/history/user-operation",
        ENGINE + "/history/user-operation/count",
        ENGINE + "/variable-instance",
        ENGINE + "/variable-instance/count"
    };

    /** Questions too long for an address. */
    static final String[] QUESTIONS = {
        ENGINE + "/task",
        ENGINE + "/task/count",
        ENGINE + "/filter/*/list",
        ENGINE + "/filter/*/count",
        ENGINE + "/filter/*/singleResult",
        ENGINE + "/variable-instance",
        ENGINE + "/variable-instance/count"
    };

    /** What somebody does to a task; the guards in the engine decide whether it may be done. */
    static final String[] DEEDS = {
        ENGINE + "/task/*/claim",
        ENGINE + "/task/*/unclaim",
        ENGINE + "/task/*/assignee",
        ENGINE + "/task/*/complete",
        ENGINE + "/task/*/submit-form",
        ENGINE + "/task/*/comment/create"
    };

    /** Not even for administrators: setting up a second administrator, a second login. */
    static final String[] NEVER = {
        "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**", "/camunda/api/admin/auth/user/*/login/*"
    };

    /** Cockpit asks these the long way; what would change somebody stands below them. */
    static final String[] QUESTIONS_ABOUT_PEOPLE = {
        ENGINE + "/user", ENGINE + "/user/count", ENGINE + "/group", ENGINE + "/group/count"
    };

    /** Nor these: drawings come with the application, cases start on our pages, and people are kept on theirs. */
    static final String[] NEVER_WRITTEN = {
        ENGINE + "/deployment/**",
        ENGINE + "/process-definition/**",
        ENGINE + "/user/**",
        ENGINE + "/group/**",
        ENGINE + "/identity/**"
    };

    private TasklistCalls() {}
}
