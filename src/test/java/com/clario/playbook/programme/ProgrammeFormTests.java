package com.clario.playbook.programme;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed about a year becomes a number only where it looks like one. */
class ProgrammeFormTests {

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "1e999999999", "0e-999999999", "9999999999", "20.123456789", "1e9 %"})
    void takesNoShareWithAnExponentOrWithoutEnd(String share) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ProgrammeForm.Year("", "", "", share, "").year(1))
                .withMessageContaining("is not a percentage such as 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "1e999999999", "9999999999", "-1", "1.5"})
    void takesNoCountThatIsNone(String referrals) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ProgrammeForm.Year("", "", "", "", referrals).year(1))
                .withMessageContaining("is not a whole number such as 3");
    }
}
