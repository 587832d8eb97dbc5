// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.task.Step;

/** What a signature looks like is the business of other tests; here is what comes before it. */
class DocumentSigningTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    private Workplace host = new Workplace(Path.of(""), FileActions.disk(), AUTHORITY.root());

    @BeforeEach
    void start(@TempDir Path home) {
        host = new Workplace(home, FileActions.disk(), AUTHORITY.root());
    }

    @Test
    void sign_showsTheDocumentFirst_thenAsksForThePasswordUntilItIsRight() {
        String certificate = present("secret", NOW);
        FakeTask task = new FakeTask();
        host.person().enters("Secret", "сектор", "secret");
        Signed signed = host.signing().sign(task, DocumentPrompt.Kind.RECEIPT, "Receipt", "Text.", certificate);
        assertThat(Thumbprint.sha256(signed.certificate())).isEqualTo(certificate);
        assertThat(task.steps().subList(0, 2)).containsExactly(Step.SHOW_DOCUMENT, Step.PASSWORD);
        assertThat(host.person().questions())
                .extracting(PasswordPrompt.Question::wrongBefore)
                .containsExactly(0, 1, 2);
        assertThat(host.person().documents())
                .extracting(DocumentPrompt.Document::storageLabel)
                .containsExactly("This computer");
    }

    @Test
    void sign_asksForNoPassword_whereNoneProtectsTheKey() {
        String certificate = present("", NOW);
        sign("Text.", certificate);
        assertThat(host.person().questions()).isEmpty();
        assertThat(host.person().documents()).hasSize(1);
    }

    @Test
    void sign_showsNothing_whenTheTextCannotBeSigned() {
        String certificate = present("", NOW);
        assertFault(ErrorCode.DOCUMENT_IS_HASH, () -> sign("ab".repeat(32), certificate));
        assertFault(ErrorCode.DOCUMENT_REFUSED, () -> sign("100\u202e001", certificate));
        assertFault(
                ErrorCode.DOCUMENT_REFUSED,
                () -> host.signing()
                        .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "A\u202eB", "Text.", certificate));
        assertThat(host.person().documents()).isEmpty();
    }

    @Test
    void sign_refusesADocumentThatAServerCouldTakeForALogin() {
        String certificate = present("", NOW);
        String login = LoginText.of("https://portal.example", "n".repeat(16), NOW);
        assertFault(ErrorCode.DOCUMENT_REFUSED, () -> sign(login, certificate));
        assertFault(ErrorCode.DOCUMENT_REFUSED, () -> sign("\n \t" + login, certificate));
        assertThat(host.person().documents()).isEmpty();
        host.signing().sign(new FakeTask(), DocumentPrompt.Kind.AUTHENTICATION, "Login", login, certificate);
        assertThat(host.person().documents()).hasSize(1);
    }

    @Test
    void sign_showsNothing_whenTheCertificateHasExpiredOrIsNotYetValid() {
        String expired = present("", NOW.minus(Duration.ofDays(366)));
        String future = present("", NOW.plusSeconds(1));
        assertFault(ErrorCode.CERTIFICATE_EXPIRED, () -> sign("Text.", expired));
        assertFault(ErrorCode.CERTIFICATE_EXPIRED, () -> sign("Text.", future));
        assertThat(host.person().documents()).isEmpty();
    }

    @Test
    void sign_findsNothing_forACertificateThatNoMediumHolds() {
        assertFault(ErrorCode.CONTAINER_NOT_FOUND, () -> sign("Text.", "0".repeat(64)));
    }

    @Test
    void sign_endsCancelled_whenThePersonClosesThePasswordWindow() {
        String certificate = present("secret", NOW);
        host.person().enters("wrong");
        assertFault(ErrorCode.CANCELLED, () -> sign("Text.", certificate));
    }

    private Signed sign(String text, String certificate) {
        return host.signing().sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "Title", text, certificate);
    }

    private String present(String password, Instant from) {
        return Thumbprint.sha256(host.present(AUTHORITY, KeyAlgorithm.EC_P256, password, from)
                .chain()
                .getFirst());
    }
}
