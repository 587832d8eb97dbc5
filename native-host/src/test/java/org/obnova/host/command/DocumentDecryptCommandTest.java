// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.decryption.Decryption;
import org.obnova.host.decryption.DecryptionPrompt;
import org.obnova.host.decryption.KeptContents;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.ConsentPrompt.Answer;
import org.obnova.host.site.Consents;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import org.obnova.host.task.Task;

class DocumentDecryptCommandTest {
    private static final String KNOWN = "https://known.example";

    /** The consent windows that are open, as the futures of their answers. */
    private final BlockingQueue<CompletableFuture<Answer>> windows = new LinkedBlockingQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DocumentDecryptCommand command;

    @BeforeEach
    void make() {
        Consents consents = new Consents(folder.resolve("consents.json"), InstantSource.system());
        consents.give(KNOWN, Operation.DECRYPT);
        ConsentDesk desk = new ConsentDesk(consents, (task, operation) -> {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            windows.add(answer);
            return task.await(answer);
        });
        Workplace host = new Workplace(
                folder.resolve("home"),
                FileActions.disk(),
                new TestAuthority(KeyAlgorithm.EC_P256, Workplace.NOW).root());
        command = new DocumentDecryptCommand(
                new SiteAccess(desk),
                () -> new Decryption(host.storages(), DecryptionPrompt.none(), new SecureRandom()),
                new KeptContents(InstantSource.system(), new SecureRandom(), (time, work) -> {}));
    }

    @Test
    void siteThatWaitsForConsent_keepNoOtherFromDecrypting() throws Exception {
        CompletableFuture<ErrorCode> waiting = begin("https://new.example");
        CompletableFuture<Answer> window = windows.take();

        // A message that is none: it came as far as that.
        assertFault(ErrorCode.MESSAGE_DAMAGED, () -> decrypt(KNOWN));
        assertFault(ErrorCode.BUSY, () -> decrypt("https://third.example"));
        assertFault(ErrorCode.DECRYPTION_FORGOTTEN, () -> command.run(task(KNOWN), fetch(KNOWN)));

        window.complete(Answer.ONCE);
        assertThat(waiting.get()).isEqualTo(ErrorCode.MESSAGE_DAMAGED);
    }

    private CompletableFuture<ErrorCode> begin(String origin) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                decrypt(origin);
                throw new AssertionError("no message was decrypted");
            } catch (Fault e) {
                return e.code();
            }
        });
    }

    private void decrypt(String origin) {
        command.run(
                task(origin), new Request.DocumentDecrypt(new Request.Site(origin, "page"), Der.of(new byte[4]), null));
    }

    private static Request.DocumentDecrypt fetch(String origin) {
        return new Request.DocumentDecrypt(new Request.Site(origin, "page"), null, "00-1");
    }

    private static Task task(String origin) {
        return new RunningTask(
                new Requester.Site(origin, "Site"), Language.EN, new Cancellation(), ProgressListener.none());
    }
}
