// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.pin.PinUse;
import org.obnova.host.task.Task;

/** A container of the host that a token keeps; its key is used in the host. */
final class PassiveContainer implements KeyContainer {
    private final TokenStorage storage;
    private final List<ContainerIndex> generations;
    private final List<X509CertificateHolder> chain;

    /** @param generations newest first, at least one */
    PassiveContainer(TokenStorage storage, List<ContainerIndex> generations, List<X509CertificateHolder> chain) {
        this.storage = storage;
        this.generations = List.copyOf(generations);
        this.chain = chain;
    }

    @Override
    public String id() {
        return "container-" + newest().id();
    }

    @Override
    public KeyStorage storage() {
        return storage;
    }

    @Override
    public String label() {
        if (!newest().label().isBlank() || chain.isEmpty()) {
            return newest().label();
        }
        return Holder.of(chain.getFirst()).displayName();
    }

    @Override
    public SubjectPublicKeyInfo publicKey() {
        return newest().publicKey();
    }

    @Override
    public List<X509CertificateHolder> chain() {
        return chain;
    }

    @Override
    public SigningKey open(Task task, Purpose purpose) {
        return export(task, purpose);
    }

    @Override
    public KeyContainer install(Task task, List<X509CertificateHolder> full) {
        if (!chain.isEmpty() && !chain.getFirst().equals(full.getFirst())) {
            throw new Fault(ErrorCode.RENEWAL_CONFLICT, "the container holds another certificate");
        }
        ContainerIndex written;
        try (LoggedIn login = storage.login(task, new PinUse(Purpose.INSTALL_CERTIFICATE, label(), id()))) {
            ContainerKeeping keeping = new ContainerKeeping(storage, login.stay());
            try (Task.Uncancellable _ = task.writing();
                    InterProcessLock _ = storage.room().lock(storage.medium().identity())) {
                written = keeping.replace(generations, full, task.language());
            }
            login.end();
        }
        return new PassiveContainer(storage, List.of(written), List.copyOf(full));
    }

    @Override
    public void remove(Task task) {
        ActiveContainer.requireNoCertificate(!chain.isEmpty());
        try (LoggedIn login = storage.login(task, new PinUse(Purpose.REMOVE_KEY, label(), id()))) {
            try (Task.Uncancellable _ = task.writing();
                    InterProcessLock _ = storage.room().lock(storage.medium().identity())) {
                new ContainerKeeping(storage, login.stay()).remove(newest().id());
            }
            login.end();
        }
    }

    @Override
    public boolean keyMayLeave() {
        return true;
    }

    @Override
    public SoftwareKey export(Task task, Purpose purpose) {
        try (LoggedIn login = storage.login(task, new PinUse(purpose, label(), id()))) {
            return new ContainerKeeping(storage, login.stay()).open(generations);
        }
    }

    private ContainerIndex newest() {
        return generations.getFirst();
    }
}
