package com.clario.playbook.engine.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WarmTasklistTests {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(WarmTasklist.class);

    @ParameterizedTest
    @ValueSource(strings = {"demo", "prod"})
    void isWarmWhereverPeopleWork(String profile) {
        house.withPropertyValues("spring.profiles.active=" + profile)
                .run(started -> assertThat(started).hasSingleBean(WarmTasklist.class));
    }

    @Test
    void staysColdOnlyInTestsThatDoNotAskForIt() {
        var test = house.withPropertyValues("spring.profiles.active=test");
        test.run(started -> assertThat(started).doesNotHaveBean(WarmTasklist.class));
        test.withPropertyValues("playbook.tasklist.warm=true")
                .run(started -> assertThat(started).hasSingleBean(WarmTasklist.class));
    }
}
