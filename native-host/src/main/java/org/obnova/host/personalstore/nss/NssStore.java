// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DeviceKeys;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SignatureVerifier;
import org.obnova.host.personalstore.Identity;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.PublishState;
import org.obnova.host.personalstore.StorePassword;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Task;

/** One NSS database. */
final class NssStore implements PersonalStore {
    private static final byte[] TEST_MESSAGE = "Obnova".getBytes(StandardCharsets.UTF_8);

    /** SEC_ERROR_READ_ONLY of secerr.h. */
    private static final int READ_ONLY = -8126;

    private final NssPlaces.Database database;
    private final NssProcess process;

    NssStore(NssPlaces.Database database, NssProcess process) {
        this.database = database;
        this.process = process;
    }

    @Override
    public String program() {
        return database.program();
    }

    @Override
    public String detail() {
        return database.detail();
    }

    @Override
    public PublishState put(Task task, Identity identity, StorePassword password) {
        Secret entered = null;
        int asked = 0;
        try {
            while (true) {
                task.checkpoint();
                NssAnswer answer = put(task, identity, entered);
                switch (answer.outcome()) {
                    case DONE, ALREADY -> {
                        prove(identity, entered);
                        return answer.outcome() == NssAnswer.Outcome.DONE
                                ? PublishState.INSTALLED
                                : PublishState.ALREADY;
                    }
                    case PASSWORD_WANTED, PASSWORD_WRONG -> {
                        close(entered);
                        entered = null;
                        entered = asked(task, password, asked++);
                    }
                    default -> throw failed(answer);
                }
            }
        } finally {
            close(entered);
        }
    }

    private Secret asked(Task task, StorePassword password, int before) {
        Optional<Secret> answer = password.ask(task, this, before);
        return answer.orElseThrow(
                () -> new Fault(ErrorCode.PERSONAL_STORE_LOCKED, "the password of the store was not entered"));
    }

    private NssAnswer put(Task task, Identity identity, @Nullable Secret password) {
        try (Secret pkcs8 = identity.key().pkcs8();
                Task.Uncancellable _ = task.writing()) {
            return process.ask(new NssRequest.Put(
                    database.folder().toString(),
                    password,
                    chain(identity),
                    publicValue(identity.leaf().getSubjectPublicKeyInfo()),
                    pkcs8,
                    identity.name()));
        }
    }

    /** From another process, which reads the database anew: the key that lies beside the certificate signs. */
    private void prove(Identity identity, @Nullable Secret password) {
        SubjectPublicKeyInfo key = identity.leaf().getSubjectPublicKeyInfo();
        NssAnswer answer = process.ask(new NssRequest.Sign(
                database.folder().toString(), password, octets(identity.leaf()), DeviceKeys.toSign(key, TEST_MESSAGE)));
        if (answer.outcome() != NssAnswer.Outcome.DONE) {
            throw failed(answer);
        }
        byte[] signature = DeviceKeys.signature(key, answer.octets());
        if (!SignatureVerifier.verifies(key, PublicKeys.signatureAlgorithm(key), TEST_MESSAGE, signature)) {
            throw new Fault(ErrorCode.PERSONAL_STORE_FAILED, "the key in the store does not fit the certificate");
        }
    }

    private static Fault failed(NssAnswer answer) {
        ErrorCode code = switch (answer.outcome()) {
            case NO_NSS -> ErrorCode.NSS_MISSING;
            case NOT_OPENED ->
                answer.error() == READ_ONLY ? ErrorCode.PERSONAL_STORE_READ_ONLY : ErrorCode.PERSONAL_STORE_DAMAGED;
            default ->
                answer.error() == READ_ONLY ? ErrorCode.PERSONAL_STORE_READ_ONLY : ErrorCode.PERSONAL_STORE_FAILED;
        };
        return new Fault(code, answer.outcome() + ", NSS says " + answer.error());
    }

    /** The leaf and those between it and a root: whom a program trusts is not for a certificate to say. */
    private static List<byte[]> chain(Identity identity) {
        return identity.chain().stream()
                .filter(each ->
                        each.equals(identity.leaf()) || !each.getSubject().equals(each.getIssuer()))
                .map(NssStore::octets)
                .toList();
    }

    private static byte[] octets(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new Fault(ErrorCode.CERTIFICATE_INVALID, "cannot be encoded", e);
        }
    }

    /** What NSS makes a key's id of: RSA's modulus without a sign, or the point as it stands in the certificate. */
    private static byte[] publicValue(SubjectPublicKeyInfo key) {
        if (DeviceKeys.kind(key).filter(DeviceKeys.Kind.RSA::equals).isEmpty()) {
            return key.getPublicKeyData().getBytes();
        }
        try {
            BigInteger modulus = RSAPublicKey.getInstance(key.parsePublicKey()).getModulus();
            byte[] octets = modulus.toByteArray();
            return octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
        } catch (IOException e) {
            throw new Fault(ErrorCode.CERTIFICATE_INVALID, "no RSA key", e);
        }
    }

    private static void close(@Nullable Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }
}
