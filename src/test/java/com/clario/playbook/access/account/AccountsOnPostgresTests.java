package com.clario.playbook.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PostgresDatabase;
import com.clario.playbook.SecondHouse;
import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.knock.Knock;
import com.clario.playbook.access.knock.Knocks;
import com.clario.playbook.access.knock.KnownBrowsers;
import com.clario.playbook.engine.account.Accounts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts are kept on PostgreSQL as they are on H2. */
class AccountsOnPostgresTests {

    private static final Knock STRANGER = new Knock("198.51.100.7", Optional.empty());

    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() {
        house = SecondHouse.start(
                "test",
                "--server.port=0",
                "--spring.datasource.generate-unique-name=false",
                "--spring.datasource.url=" + PostgresDatabase.emptyDatabase(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void countsGuessesThatComeAllAtOnce() {
        var knocks = house.getBean(Knocks.class);
        var guesses = IntStream.range(0, 20)
                .mapToObj(guess -> CompletableFuture.supplyAsync(() -> knocks.count("maya", STRANGER)))
                .toList();

        assertThat(guesses.stream().map(CompletableFuture::join).filter(Optional::isEmpty))
                .hasSize(5);
        assertThat(knocks.shutUntil("maya")).isPresent();
        knocks.open("maya");
        assertThat(knocks.shutUntil("maya")).isEmpty();
    }

    @Test
    void knowsABrowserAgain() {
        var knocks = house.getBean(Knocks.class);
        var browsers = house.getBean(KnownBrowsers.class);
        var cookie = browsers.welcome("lina", STRANGER, true);
        assertThat(cookie.toString()).contains("HttpOnly", "Secure", "SameSite=Lax");
        var known = new Knock(STRANGER.address(), Optional.of(cookie.getValue()));
        IntStream.range(0, 6).forEach(guess -> knocks.count("lina", STRANGER));

        assertThat(knocks.count("lina", STRANGER)).isPresent();
        assertThat(knocks.count("lina", known)).isEmpty();
        assertThat(browsers.welcome("lina", known, true).getValue()).isEqualTo(cookie.getValue());
        assertThat(browsers.welcome("lina", new Knock("", Optional.of("planted")), true)
                        .getValue())
                .isNotEqualTo("planted");
    }

    @Test
    void addsClosesAndReopensAnAccount() {
        var staff = house.getBean(Staff.class);
        var people = house.getBean(People.class);
        var accounts = house.getBean(Accounts.class);
        var form = new PersonForm("nina", "Nina", "", "nina@clario.example", List.of(Groups.LEGAL));

        var first = people.actAs("admin", () -> staff.add(form));
        assertThat(accounts.passwordFits("nina", first.text())).isTrue();
        assertThat(house.getBean(Standings.class).of("nina").oneTimeUntil())
                .isAfter(house.getBean(Clock.class).instant());
        people.actAs("admin", () -> {
            staff.leave("nina");
            return "left";
        });
        assertThat(accounts.passwordFits("nina", first.text())).isFalse();
        var second = people.actAs("admin", () -> staff.takeBack("nina", form));
        assertThat(accounts.passwordFits("nina", second.text())).isTrue();
        assertThat(house.getBean(AccountChanges.class).of("nina"))
                .extracting(AccountChanges.Entry::text)
                .contains("Joined", "Left: the account is closed", "Back again");
    }

    @Test
    void changesNoLineOfWhatWasDone() {
        house.getBean(AccountChanges.class).add("sari", "Something");
        var jdbc = house.getBean(JdbcClient.class);
        assertThatThrownBy(() -> jdbc.sql("delete from playbook.account_change").update())
                .hasMessageContaining("never changed or deleted");
    }
}
