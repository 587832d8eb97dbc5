// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.AbsentStorage;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/**
 * Renewals, each of which goes on from wherever it stopped: after a cancelled window, a crash, another day, in another browser. A site sees
 * only its own. The old key and certificate are never touched.
 */
public final class Renewals {
    private final Journal journal;
    private final Storages storages;
    private final RequestMaking making;
    private final Installation installation;
    private final Reconciliation reconciliation;
    private final InstantSource clock;

    /** Made of its two long steps over one journal. */
    public Renewals(
            Journal journal, Storages storages, RequestMaking making, Installation installation, InstantSource clock) {
        this.journal = journal;
        this.storages = storages;
        this.making = making;
        this.installation = installation;
        this.reconciliation = new Reconciliation(storages, clock);
        this.clock = clock;
    }

    /**
     * Makes a key and a request, or goes on with those of the same order. While no key was made, another order of the same application takes
     * the place of the first.
     *
     * @throws Fault {@code RENEWAL_CONFLICT} when a key was made for other data; {@code CANCELLED}, {@code ENTROPY_FAILED}, those of media
     *     and containers, {@code JOURNAL_DAMAGED}, {@code JOURNAL_NEWER}
     */
    public Made create(Task task, RenewalOrder order) {
        String id = Journal.id(order.origin(), order.application());
        try (InterProcessLock _ = journal.lock(id, task)) {
            Optional<Entry> known = journal.read(id).map(reconciliation::of);
            if (known.isPresent() && known.get().order().equals(order)) {
                return advanced(task, known.get());
            }
            if (known.isPresent() && known.get().state() != RenewalState.INTENDED) {
                throw new Fault(ErrorCode.RENEWAL_CONFLICT, "a key was made for other data");
            }
            return advanced(task, journal.write(Entry.intended(id, order, clock.instant())));
        }
    }

    /**
     * Goes on up to the request; past it, tells the state and changes nothing.
     *
     * @throws Fault {@code RENEWAL_NOT_FOUND}; as {@link #create}
     */
    public Made resume(Task task, String origin, String renewalId) {
        require(origin, renewalId);
        try (InterProcessLock _ = journal.lock(renewalId, task)) {
            return advanced(task, require(origin, renewalId));
        }
    }

    /** The renewals that this site began, latest first; those whose record is damaged are left out. */
    public List<Renewal> list(String origin) {
        return journal.all().stream()
                .filter(each -> each.order().origin().equals(origin))
                .map(reconciliation::asFarAsSeen)
                .sorted(Comparator.comparing(Entry::updated).reversed())
                .map(this::shown)
                .toList();
    }

    /**
     * Puts the certificate beside its key. Repeated, it gives the same result without asking anybody.
     *
     * @param chain issuers, the leaf's first
     * @throws Fault {@code RENEWAL_NOT_FOUND}, {@code RENEWAL_CONFLICT}, {@code CERTIFICATE_KEY_MISMATCH}, {@code CERTIFICATE_UNTRUSTED},
     *     {@code CERTIFICATE_EXPIRED}, {@code CERTIFICATE_INVALID}, {@code CONTAINER_NOT_FOUND}, {@code CANCELLED}, those of media
     */
    public Installed install(
            Task task,
            String origin,
            String renewalId,
            X509CertificateHolder certificate,
            List<X509CertificateHolder> chain) {
        require(origin, renewalId);
        try (InterProcessLock _ = journal.lock(renewalId, task)) {
            Entry entry = require(origin, renewalId);
            installation.check(task, entry, certificate, chain);
            Entry installed = Installation.installed(entry)
                    ? kept(entry)
                    : installation.write(task, entry, journal, container(entry), certificate, chain);
            return new Installed(
                    Thumbprint.sha256(certificate),
                    storage(installed),
                    certificate.getNotAfter().toInstant());
        }
    }

    /** A verified copy of this certificate's container was made. */
    public void backedUp(Task task, String certificateSha256) {
        for (Entry each : journal.all()) {
            if (certificateSha256.equals(reconciliation.asFarAsSeen(each).certificate())) {
                try (InterProcessLock _ = journal.lock(each.id(), task)) {
                    journal.read(each.id())
                            .map(reconciliation::asFarAsSeen)
                            .filter(now -> now.state() == RenewalState.INSTALLED)
                            .ifPresent(now -> journal.write(now.backedUp(clock.instant())));
                }
            }
        }
    }

    private Made advanced(Task task, Entry entry) {
        Entry now = switch (entry.state()) {
            case INTENDED -> making.fromIntention(task, entry, journal);
            case KEY_MADE -> making.fromKey(task, kept(entry), journal, container(entry));
            default -> kept(entry);
        };
        return new Made(now.id(), now.state(), now.request(), storage(now));
    }

    /** What reconciliation found is written down, so that the journal tells the truth without the medium. */
    private Entry kept(Entry entry) {
        boolean known = journal.read(entry.id())
                .map(Entry::state)
                .filter(state -> state == entry.state())
                .isPresent();
        return known ? entry : journal.write(entry);
    }

    private Entry require(String origin, String id) {
        return journal.read(id)
                .filter(each -> each.order().origin().equals(origin))
                .map(reconciliation::of)
                .orElseThrow(() -> new Fault(ErrorCode.RENEWAL_NOT_FOUND, "this site began no such renewal"));
    }

    private KeyContainer container(Entry entry) {
        return reconciliation
                .container(entry)
                .orElseThrow(() ->
                        storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium at hand holds the renewal's key"));
    }

    /** A token may have been pulled since: what was done with it is done. */
    private KeyStorage storage(Entry entry) {
        String id = entry.storageId();
        if (id == null) {
            throw new Fault(ErrorCode.STORAGE_NOT_FOUND, "the renewal has no medium");
        }
        return storages.find(id).orElseGet(() -> new AbsentStorage(id));
    }

    private Renewal shown(Entry entry) {
        RenewalOrder order = entry.order();
        // Before the key is there, the medium is only a plan.
        KeyStorage storage = entry.state() == RenewalState.INTENDED
                ? null
                : Optional.ofNullable(entry.storageId()).flatMap(storages::find).orElse(null);
        return new Renewal(
                entry.id(),
                order.origin(),
                order.application(),
                entry.state(),
                order.algorithm(),
                storage,
                entry.updated(),
                entry.request(),
                entry.certificate());
    }
}
