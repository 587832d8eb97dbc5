// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DecryptingKey;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.UntrustedDer;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Decrypts messages with keys from any medium at hand; certificates may have expired long ago. */
public final class Decryption {
    private static final int MOST_NAMED = 3;

    private final Storages storages;
    private final DecryptionPrompt prompt;
    private final SecureRandom random;

    private record Match(Recipient recipient, KeyContainer container) {}

    /** Asks the person through this port. */
    public Decryption(Storages storages, DecryptionPrompt prompt, SecureRandom random) {
        this.storages = storages;
        this.prompt = prompt;
        this.random = random;
    }

    /**
     * Finds the key, asks the person, and decrypts.
     *
     * @param message DER or BER of ContentInfo
     * @param most octets that it may have
     * @throws Fault {@code MESSAGE_TOO_LARGE}, {@code MESSAGE_DAMAGED}, {@code CIPHER_UNSUPPORTED}, {@code MESSAGE_NOT_ADDRESSED}, {@code TOKEN_CANNOT},
     *     {@code CANCELLED}, those of media and containers
     */
    public Decrypted decrypt(Task task, byte[] message, int most) {
        if (message.length > most) {
            throw new Fault(ErrorCode.MESSAGE_TOO_LARGE, message.length + " octets, at most " + most);
        }
        EncryptedMessage encrypted = EncryptedMessage.read(message);
        ContentCipher cipher = ContentCipher.of(encrypted.algorithm());
        Match match = match(task, encrypted.recipients());
        KeyUnwrapping unwrapping = KeyUnwrapping.of(match.recipient(), cipher.keyOctets(), random);
        KeyContainer container = match.container();
        if (!container.decrypts()) {
            throw new Fault(ErrorCode.TOKEN_CANNOT, "the token keeps its key, and decryption there is not supported");
        }
        X509CertificateHolder certificate = container.chain().getFirst();
        String label = container.storage().label(task.language());
        task.waiting(Step.DECRYPT);
        prompt.confirm(task, new DecryptionPrompt.Encrypted(certificate, label, encrypted.content().length));
        try (SigningKey key = container.open(task, Purpose.DECRYPT_DOCUMENT)) {
            if (!(key instanceof DecryptingKey decrypting)) {
                throw new Fault(ErrorCode.TOKEN_CANNOT, "this key only signs");
            }
            task.checkpoint();
            task.progress(Step.DECRYPT, 0, 1);
            byte[] content = decrypted(encrypted, unwrapping, cipher, decrypting);
            task.progress(Step.DECRYPT, 1, 1);
            return new Decrypted(Thumbprint.sha256(certificate), content);
        }
    }

    /** One fault for whatever fails here, without a cause: which step it was would help somebody who sends changed messages. */
    private static byte[] decrypted(
            EncryptedMessage message, KeyUnwrapping unwrapping, ContentCipher cipher, DecryptingKey key) {
        byte[] contentKey = null;
        try {
            contentKey = unwrapping.unwrap(key);
            if (contentKey.length != cipher.keyOctets()) {
                throw failed();
            }
            byte[] found = contentKey;
            return UntrustedDer.read(ErrorCode.MESSAGE_DAMAGED, "content", () -> {
                try {
                    return cipher.decrypt(found, message);
                } catch (InvalidCipherTextException e) {
                    throw failed();
                }
            });
        } catch (InvalidCipherTextException | IOException e) {
            throw failed();
        } catch (Fault e) {
            boolean ofMessage = e.code() == ErrorCode.MESSAGE_DAMAGED || e.code() == ErrorCode.ALGORITHM_UNSUPPORTED;
            throw ofMessage ? failed() : e;
        } finally {
            if (contentKey != null) {
                Arrays.fill(contentKey, (byte) 0);
            }
        }
    }

    private static Fault failed() {
        return new Fault(ErrorCode.MESSAGE_DAMAGED, "the message does not decrypt with the key it is addressed to");
    }

    /** The first recipient whose key is at hand; a key that decrypts goes before one that a token keeps. */
    private Match match(Task task, List<Recipient> recipients) {
        List<Match> found = new ArrayList<>();
        Fault unread = null;
        for (KeyStorage storage : storages.settled()) {
            task.checkpoint();
            try {
                for (KeyContainer container : storage.read()) {
                    addressed(recipients, container).ifPresent(each -> found.add(new Match(each, container)));
                }
            } catch (Fault e) {
                unread = unread == null ? e : unread;
            }
        }
        Fault whyNot = unread == null ? notAddressed(task, recipients) : unread;
        return found.stream()
                .filter(each -> each.container().decrypts())
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElseThrow(() -> whyNot);
    }

    private static Optional<Recipient> addressed(List<Recipient> recipients, KeyContainer container) {
        return container.chain().isEmpty()
                ? Optional.empty()
                : recipients.stream()
                        .filter(each -> each.id().names(container.chain().getFirst()))
                        .findFirst();
    }

    private static Fault notAddressed(Task task, List<Recipient> recipients) {
        String named = recipients.stream()
                .map(each -> each.id().describe(task.language()))
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining("; "));
        return new Fault(
                ErrorCode.MESSAGE_NOT_ADDRESSED,
                "no medium holds a certificate that the message is addressed to",
                Map.of("recipients", named.isEmpty() ? "—" : named),
                null);
    }
}
