package com.clario.playbook.rules.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovesTests {

    private static final List<String> ROWS = List.of("a", "b", "c", "d", "e");

    @Test
    void nothingMovesWhereRowsOnlyComeAndGo() {
        assertThat(Moves.between(ROWS, ROWS)).isEmpty();
        assertThat(Moves.between(ROWS, List.of("x", "a", "c", "y", "e"))).isEmpty();
        assertThat(Moves.between(ROWS, List.of())).isEmpty();
        assertThat(Moves.between(List.of(), ROWS)).isEmpty();
    }

    @Test
    void oneRowThatWentUpOrDownIsTheOnlyOneThatMoved() {
        assertThat(Moves.between(ROWS, List.of("e", "a", "b", "c", "d"))).containsExactly("e");
        assertThat(Moves.between(ROWS, List.of("b", "c", "d", "a", "e"))).containsExactly("a");
    }

    @Test
    void asFewAsCanExplainTheNewOrderMoved() {
        assertThat(Moves.between(ROWS, List.of("b", "a", "c", "e", "d"))).hasSize(2);
        assertThat(Moves.between(ROWS, List.of("e", "d", "c", "b", "a"))).hasSize(4);
    }
}
