package com.clario.playbook.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.negotiation.money.Amounts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.ErrorResponseException;

class ActivityBodyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final String SOLD = "{'id':'order-1','type':'SOLD','customer':' Kopi Satu ',"
            + "'at':'2026-11-23T09:59:00.123456789+07:00','amount':'12.50','currency':'USD'}";

    @Test
    void isReadExactly() {
        var reported = read(SOLD).reported();

        assertThat(read(SOLD).id()).isEqualTo("order-1");
        assertThat(reported.type()).isEqualTo(ActivityType.SOLD);
        assertThat(reported.customer()).isEqualTo("Kopi Satu");
        assertThat(reported.at()).isEqualTo("2026-11-23T02:59:00.123456Z");
        assertThat(reported.test()).isFalse();
        assertThat(reported.amount()).isEqualTo(Money.of(new BigDecimal("12.5"), "USD"));
    }

    /** The money of a stage above may not be used here: this keeps the two from drifting apart. */
    @Test
    void countsDecimalsAsTheTermsDo() {
        ActivityBody.DECIMALS.forEach((currency, decimals) -> assertThat(
                        Amounts.shown(Amounts.of(BigDecimal.ONE, currency)).replaceAll("^[^,]*,?", ""))
                .as(currency)
                .hasSize(decimals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id':'order-1'            | 'id':7                  | id: write it as text, in quotes.",
                "'id':'order-1',           | ``                      | id: it is missing.",
                "'id':'order-1'            | 'id':'a/b'              | id: use up to 64 letters",
                "'id':'order-1'            | 'id':''                 | id: use up to 64 letters",
                "'id':'order-1'            | 'id':null               | id: write it as text, in quotes.",
                "'type':'SOLD'             | 'type':'sold'           | type: use one of REFERRED",
                "'type':'SOLD'             | 'type':'CHURNED'        | amount: leave it out: no money belongs to CHURNED.",
                "'customer':' Kopi Satu '  | 'customer':'  '         | customer: use 1 to 120 characters.",
                "'customer':' Kopi Satu '  | 'customer':'a\\u0000b'  | customer: it holds characters that cannot",
                "'customer':' Kopi Satu '  | 'customer':'a\\ud800'   | customer: it holds characters that cannot",
                "09:59:00.123456789+07:00  | 09:59:00                | at: write date, time and zone like",
                "2026-11-23T09             | 2026-11-23T23           | at: this moment is still to come.",
                "2026-11-23T09             | 1826-11-23T09           | at: this moment is before the year 2000.",
                "2026-11-23T09             | 2026-02-30T09           | at: write date, time and zone like",
                "'12.50'                   | 12.50                   | amount: write it as text, in quotes.",
                "'12.50'                   | '-12.50'                | amount: write a number above 0",
                "'12.50'                   | '0.00'                  | amount: write a number above 0",
                "'12.50'                   | '1e9'                   | amount: write a number above 0",
                "'12.50'                   | '12.505'                | amount: USD has 2 decimals here.",
                "'12.50','currency':'USD'  | '12.50','currency':'IDR' | amount: IDR has no decimals here.",
                "'12.50','currency':'USD'  | '12.50'                 | currency: it is missing.",
                "'USD'                     | 'XYZ'                   | currency: use one of IDR, MYR, SGD, USD.",
                "'USD'                     | 'USD','test':'yes'      | test: use true or false, without quotes",
                "'USD'                     | 'USD','share':70        | share: this field is not known; known are id,",
                "'USD'                     | 'USD','id':'two'        | The body is no readable JSON: look at line 1",
                "'USD'}                    | 'USD'} {}               | The body is no readable JSON: look at line 1",
                "{                         | [{                      | The body is no readable JSON: look at line 1"
            })
    void namesWhatIsWrong(String right, String wrong, String sentence) {
        assertThat(SOLD).contains(right);
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> {
                    var body = read(SOLD.replace(right, wrong));
                    body.id();
                    body.reported();
                })
                .satisfies(refused -> assertThat(refused.getBody().getDetail()).startsWith(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "7", "null"})
    void isAnObject(String json) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> read(json))
                .satisfies(
                        refused -> assertThat(refused.getBody().getDetail()).startsWith("The body is no JSON object"));
    }

    @Test
    void isNotNothing() {
        for (var bytes : new byte[][] {
            {}, {' '}, {(byte) 0xff, (byte) 0xfe}, "{".repeat(30_000).getBytes()
        }) {
            assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> ActivityBody.read(bytes, NOW));
        }
    }

    private static ActivityBody read(String json) {
        return ActivityBody.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
    }
}
