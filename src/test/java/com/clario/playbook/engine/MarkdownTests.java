package com.clario.playbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    [the contract](https://evil.example) → &#91;the contract&#93;(https&#58;//evil.example)
                    ![x](http://evil.example/x.png)      → !&#91;x&#93;(http&#58;//evil.example/x.png)
                    see www.evil.example                 → see www&#46;evil.example
                    rina@moka.example                    → rina&#64;moka.example
                    <b>Moka</b> & Co                     → &#60;b&#62;Moka&#60;/b&#62; &#38; Co
                    # Moka                               → &#35; Moka
                    **Moka** _x_ `y` ~~z~~ a|b           → &#42;&#42;Moka&#42;&#42; &#95;x&#95; &#96;y&#96; &#126;&#126;z&#126;&#126; a&#124;b
                    1. Moka                              → 1&#46; Moka
                    - Moka                               → &#45; Moka
                    {{shown.caseLink}}                   → &#123;&#123;shown.caseLink&#125;&#125;
                    \\[x\\]                              → &#92;&#91;x&#92;&#93;
                    """)
    void leavesNothingOfTypedTextToTheRenderer(String typed, String markdown) {
        assertThat(Markdown.literal(typed)).isEqualTo(markdown);
    }

    @Test
    void leavesASentenceAsItIs() {
        var sentence = "Version 1, proposed by Sari (Moka - 70 %): “Rp 200.000”, isn't it? 12.5 + 3 = 15.5!";

        assertThat(Markdown.literal(sentence)).isEqualTo(sentence);
    }

    @Test
    void keepsLinesButNoIndentedCodeAndNoUnderline() {
        assertThat(Markdown.literal("Dear\n    Rina\n===\n\nBye")).isEqualTo("Dear\nRina\n&#61;==\n\nBye");
        assertThat(Markdown.literal(null)).isEmpty();
    }
}
