package com.clario.playbook.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.Rooms;
import com.clario.playbook.engine.Refusal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTests {

    private ConfigurableApplicationContext h2;
    private ConfigurableApplicationContext postgresql;

    @BeforeAll
    void open() {
        h2 = Rooms.open(Rooms.Kind.H2.database());
        postgresql = Rooms.open(Rooms.Kind.POSTGRESQL.database());
        Rooms.partnerships(h2, "moka-1", "olsera-1", "pawoon-1", "zahir-1");
        Rooms.partnerships(postgresql, "moka-1", "olsera-1", "pawoon-1", "zahir-1");
    }

    @AfterAll
    void close() {
        h2.close();
        postgresql.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesBackEveryByteOfTheLargestFile(Rooms.Kind kind) {
        byte[] largest = pdf(20 * 1024 * 1024);

        Document stored = documents(kind).store("moka-1", Documents.SIGNED_CONTRACT, "signed.pdf", largest);

        assertThat(stored.size()).isEqualTo(20_971_520);
        assertThat(stored.sizeLabel()).isEqualTo("20.0 MB");
        assertThat(stored.type()).isEqualTo("application/pdf");
        assertThat(stored.storedBy()).isEqualTo("system");
        assertThat(documents(kind).content(stored.id())).isEqualTo(largest);
        assertThat(documents(kind).get(stored.id())).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void refusesOneByteMore(Rooms.Kind kind) {
        byte[] tooLarge = pdf(20 * 1024 * 1024 + 1);

        assertThatThrownBy(() -> documents(kind).store("olsera-1", Documents.OTHER, "large.pdf", tooLarge))
                .isInstanceOf(Refusal.class)
                .hasMessage("The file is larger than 20 MB: store a smaller one.");
        assertThat(documents(kind).of("olsera-1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsTheLatestOfAKind(Rooms.Kind kind) {
        var documents = documents(kind);
        documents.store("pawoon-1", Documents.CONTRACT_DRAFT, "v1.pdf", pdf(100));
        documents.store("pawoon-1", Documents.CONTRACT_DRAFT, "v2.pdf", pdf(200));
        documents.store("pawoon-1", Documents.PITCH_DECK, "deck.pdf", pdf(300));

        assertThat(documents.latest("pawoon-1", Documents.CONTRACT_DRAFT))
                .hasValueSatisfying(draft -> assertThat(draft.name()).isEqualTo("v2.pdf"));
        assertThat(documents.latest("pawoon-1", Documents.SIGNED_CONTRACT)).isEmpty();
        assertThat(documents.of("pawoon-1")).extracting(Document::name).containsExactly("deck.pdf", "v2.pdf", "v1.pdf");
    }

    @ParameterizedTest
    @EnumSource
    void fingerprintsWhatItStores(Rooms.Kind kind) {
        Document stored = documents(kind).store("zahir-1", Documents.OTHER, "a.pdf", "%PDF-1.4".getBytes());

        assertThat(stored.sha256()).isEqualTo("e16fa5d9b51928755db85b917f0297babaf22c7a47e97d9212adab56e61ba04e");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsEmptyUnknownOrNotThere(Rooms.Kind kind) {
        var documents = documents(kind);

        assertThatThrownBy(() -> documents.store("moka-1", Documents.OTHER, "a.pdf", new byte[0]))
                .isInstanceOf(Refusal.class)
                .hasMessage("The file is empty: choose the file once more.");
        assertThatThrownBy(() -> documents.store("moka-1", "LOVE_LETTER", "a.pdf", pdf(10)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Choose what kind of document this is.");
        assertThatThrownBy(() -> documents.store("moka-1", null, "a.pdf", pdf(10)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> documents.content(9_999)).hasMessage("There is no such document.");
        assertThatThrownBy(() -> documents.get(9_999)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothingOfAPartnershipThatIsNotThere(Rooms.Kind kind) {
        assertThatThrownBy(() -> documents(kind).store("nobody-1", Documents.OTHER, "a.pdf", pdf(10)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private Documents documents(Rooms.Kind kind) {
        return (kind == Rooms.Kind.H2 ? h2 : postgresql).getBean(Documents.class);
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new SplittableRandom(42).nextBytes(content);
        byte[] start = "%PDF-1.7".getBytes();
        System.arraycopy(start, 0, content, 0, start.length);
        return content;
    }
}
