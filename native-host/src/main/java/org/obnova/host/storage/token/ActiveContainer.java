// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.pin.PinUse;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Found;
import org.obnova.host.task.Task;

/** A key that the token made, or another program had it make: the objects of one CKA_ID. */
final class ActiveContainer implements KeyContainer {
    private final TokenStorage storage;
    private final String objectId;
    private final String label;
    private final SubjectPublicKeyInfo publicKey;
    private final List<X509CertificateHolder> chain;

    /** @param objectId the CKA_ID in hexadecimal digits */
    ActiveContainer(
            TokenStorage storage,
            String objectId,
            String label,
            SubjectPublicKeyInfo publicKey,
            List<X509CertificateHolder> chain) {
        this.storage = storage;
        this.objectId = objectId;
        this.label = label;
        this.publicKey = publicKey;
        this.chain = chain;
    }

    @Override
    public String id() {
        return "object-" + objectId;
    }

    @Override
    public KeyStorage storage() {
        return storage;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public SubjectPublicKeyInfo publicKey() {
        return publicKey;
    }

    @Override
    public List<X509CertificateHolder> chain() {
        return chain;
    }

    @Override
    public boolean carries(KeyMark mark) {
        return switch (mark) {
            case KeyMark.OfObject object -> Arrays.equals(object.ckaId(), ckaId());
            case KeyMark.OfPublicKey(var key) -> PublicKeys.same(key, publicKey);
        };
    }

    @Override
    public SigningKey open(Task task, Purpose purpose) {
        PinUse use = new PinUse(purpose, label, id());
        LoggedIn login = storage.login(task, use);
        boolean opened = false;
        try {
            TokenKey key = key(task, use, login);
            opened = true;
            return key;
        } finally {
            if (!opened) {
                login.close();
            }
        }
    }

    private TokenKey key(Task task, PinUse use, LoggedIn login) {
        return key(task, storage, login.stay(), use, ckaId(), publicKey, login);
    }

    /** The private key of that CKA_ID, for which somebody is logged in. */
    static TokenKey key(
            Task task,
            TokenStorage storage,
            Stay stay,
            PinUse use,
            byte[] ckaId,
            SubjectPublicKeyInfo publicKey,
            @Nullable LoggedIn login) {
        List<Attribute> template = List.of(Attribute.of(Cka.CLASS, Cka.PRIVATE_KEY), Attribute.of(Cka.ID, ckaId));
        Found key =
                stay.find(template, List.of(Cka.ID, Cka.ALWAYS_AUTHENTICATE, Cka.SENSITIVE, Cka.EXTRACTABLE)).stream()
                        .findFirst()
                        .orElseThrow(() -> new Fault(
                                ErrorCode.CONTAINER_NOT_FOUND,
                                "the token has the certificate, and not its private key"));
        // A new key that an interruption kept from being looked at when it was made.
        if (use.purpose() == Purpose.MAKE_REQUEST && !KeySafety.of(key).stays(true)) {
            throw KeySafety.leaves();
        }
        boolean atEachUse = key.is(Cka.ALWAYS_AUTHENTICATE);
        if (atEachUse) {
            storage.room().eachUse().seen(storage.id()); // The windows that follow say how often.
        }
        return new TokenKey(task, storage, stay, use, key.handle(), atEachUse, publicKey, login);
    }

    /** The certificate becomes an object of the key's CKA_ID beside what is there: nothing is ever taken away. */
    @Override
    public KeyContainer install(Task task, List<X509CertificateHolder> full) {
        X509CertificateHolder leaf = full.getFirst();
        if (!PublicKeys.same(publicKey, leaf.getSubjectPublicKeyInfo())) {
            throw new Fault(ErrorCode.CERTIFICATE_KEY_MISMATCH, "the certificate is another key's");
        }
        try (LoggedIn login = storage.login(task, new PinUse(Purpose.INSTALL_CERTIFICATE, label, id()))) {
            try (Task.Uncancellable _ = task.writing();
                    InterProcessLock _ = storage.room().lock(storage.medium().identity())) {
                new CertificateObjects(storage, login.stay()).write(ckaId(), full, task.language());
            }
            login.end();
        }
        return new ActiveContainer(storage, objectId, label, publicKey, List.copyOf(full));
    }

    @Override
    public boolean decrypts() {
        return false;
    }

    @Override
    public void remove(Task task) {
        requireNoCertificate(!chain.isEmpty());
        try (LoggedIn login = storage.login(task, new PinUse(Purpose.REMOVE_KEY, label, id()))) {
            try (Task.Uncancellable _ = task.writing();
                    InterProcessLock _ = storage.room().lock(storage.medium().identity())) {
                new PairRemoval(login.stay()).remove(ckaId(), publicKey);
            }
            login.end();
        }
    }

    /** @throws Fault {@code KEY_IN_USE} */
    static void requireNoCertificate(boolean there) {
        if (there) {
            throw new Fault(ErrorCode.KEY_IN_USE, "a certificate lies beside the key");
        }
    }

    @Override
    public boolean keyMayLeave() {
        return false;
    }

    @Override
    public SoftwareKey export(Task task, Purpose purpose) {
        throw new Fault(ErrorCode.KEY_NOT_EXPORTABLE, "the token keeps its keys");
    }

    private byte[] ckaId() {
        return HexFormat.of().parseHex(objectId);
    }
}
