// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.request.ReceivedRequest;
import org.obnova.host.storage.AbsentStorage;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Task;

/**
 * Renewals, each of which goes on from wherever it stopped: after a cancelled window, a crash, another day, in another browser, with the medium on another computer. A
 * site sees only its own. The old key and certificate are never touched.
 */
public final class Renewals {
    private final Journal journal;
    private final Storages storages;
    private final RequestMaking making;
    private final Reuse reuse;
    private final Installation installation;
    private final Reconciliation reconciliation;
    private final Rebuilding rebuilding;
    private final Abandonment abandonment;
    private final RenewalList list;
    private final InstantSource clock;

    /** Made of its long steps over one journal. */
    public Renewals(
            Journal journal,
            Storages storages,
            RequestMaking making,
            OrphanPrompt orphanPrompt,
            Installation installation,
            InstantSource clock) {
        OrphanKeys orphans = new OrphanKeys(journal, storages);
        this.journal = journal;
        this.storages = storages;
        this.making = making;
        this.reuse = new Reuse(orphans, orphanPrompt, clock);
        this.installation = installation;
        this.reconciliation = new Reconciliation(storages, clock);
        this.rebuilding = new Rebuilding(journal, storages, orphans, clock);
        this.abandonment = new Abandonment(journal, reconciliation, orphans, clock);
        this.list = new RenewalList(journal, storages, reconciliation);
        this.clock = clock;
    }

    /**
     * Makes a key and a request, or goes on with those of the same order. While no key was made, another order of the same application takes
     * the place of the first; what was given up is begun anew. A damaged record is kept aside.
     *
     * @throws Fault {@code RENEWAL_CONFLICT} when a key was made for other data; {@code CANCELLED}, {@code ENTROPY_FAILED}, those of media
     *     and containers, {@code JOURNAL_NEWER}
     */
    public Made create(Task task, RenewalOrder order) {
        String id = Journal.id(order.origin(), order.application());
        try (InterProcessLock _ = journal.lock(id, task)) {
            Optional<Entry> known = rebuilding.read(order).map(reconciliation::of);
            Optional<Entry> living = known.filter(Entry::isLiving);
            if (living.isPresent() && living.get().order().equals(order)) {
                return advanced(task, living.get());
            }
            if (living.isPresent() && living.get().state() != RenewalState.INTENDED) {
                throw new Fault(ErrorCode.RENEWAL_CONFLICT, "a key was made for other data");
            }
            known.ifPresent(journal::keepPast);
            return advanced(task, journal.write(Entry.intended(id, order, clock.instant())));
        }
    }

    /**
     * Goes on with the request that the authority holds; no key is ever made. Where the journal knows nothing of it, the entry is rebuilt from the key on a medium at hand.
     *
     * @param request DER of the PKCS#10
     * @throws Fault {@code RENEWAL_CONFLICT} when the request is none, or for other data, or its key is that of another renewal; {@code CONTAINER_NOT_FOUND} when no
     *     medium at hand holds its key; {@code JOURNAL_NEWER}, those of media
     */
    public Made create(Task task, RenewalOrder order, byte[] request) {
        ReceivedRequest received = ReceivedRequest.read(request);
        Rebuilding.requireFor(order, received);
        try (InterProcessLock _ = journal.lock(Journal.id(order.origin(), order.application()), task)) {
            Entry known = rebuilding.read(order).map(reconciliation::of).orElse(null);
            Entry entry = reconciliation.asFarAsSeen(rebuilding.ofRequest(task, known, order, received));
            return made(kept(entry));
        }
    }

    /**
     * Goes on up to the request; past it, tells the state and changes nothing. For the person, a certificate that came and is not installed yet is installed.
     *
     * @param origin the site's; null: the person asks, who may go on with any
     * @throws Fault {@code RENEWAL_NOT_FOUND}, {@code RENEWAL_ABANDONED}, {@code JOURNAL_DAMAGED}; as {@link #create(Task, RenewalOrder)}
     */
    public Made resume(Task task, @Nullable String origin, String renewalId) {
        require(origin, renewalId);
        try (InterProcessLock _ = journal.lock(renewalId, task)) {
            Entry entry = reconciliation.of(require(origin, renewalId));
            if (origin == null && !entry.chain().isEmpty()) {
                List<X509CertificateHolder> chain =
                        entry.chain().stream().map(Certificates::read).toList();
                return made(put(task, entry, chain.getFirst(), chain.subList(1, chain.size())));
            }
            return advanced(task, entry);
        }
    }

    /** The renewals that this site began, latest first; without those that were given up, and those whose record is damaged. */
    public List<Renewal> list(String origin) {
        return list.of(origin, false);
    }

    /**
     * The renewals of all sites, for the person.
     *
     * @param abandoned whether those that were given up are wanted too
     */
    public List<Renewal> listAll(boolean abandoned) {
        return list.of(null, abandoned);
    }

    /** The records that cannot be read. */
    public List<UnreadableRecord> unreadable() {
        return journal.unreadable();
    }

    /**
     * Puts the certificate beside its key. Repeated, it gives the same result without asking anybody.
     *
     * @param chain issuers, the leaf's first
     * @throws Fault {@code RENEWAL_NOT_FOUND}, {@code RENEWAL_ABANDONED}, {@code RENEWAL_CONFLICT}, {@code CERTIFICATE_KEY_MISMATCH}, {@code CERTIFICATE_UNTRUSTED},
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
            Entry installed = put(task, reconciliation.of(require(origin, renewalId)), certificate, chain);
            return new Installed(
                    Thumbprint.sha256(certificate),
                    storage(installed),
                    certificate.getNotAfter().toInstant());
        }
    }

    /** Whether a renewal that this site began has installed the certificate of this SHA-256; as the journal has it, without a look at any medium. */
    public boolean installed(String origin, String certificateSha256) {
        return journal.all().stream()
                .filter(each -> each.order().origin().equals(origin))
                .filter(each -> each.isLiving() && !each.state().isBefore(RenewalState.INSTALLED))
                .anyMatch(each -> certificateSha256.equals(each.certificate()));
    }

    /**
     * The renewal has come to where a receipt may be signed.
     *
     * @throws Fault {@code RENEWAL_NOT_FOUND}, {@code RENEWAL_ABANDONED}, {@code RENEWAL_CONFLICT} before there is a request
     */
    public void requireReceivable(String origin, String renewalId) {
        if (require(origin, renewalId).state().isBefore(RenewalState.REQUESTED)) {
            throw new Fault(ErrorCode.RENEWAL_CONFLICT, "no request was made yet");
        }
    }

    /** The receipt of the renewal's certificate was signed; one that is installed already stays so. */
    public void receiptSigned(Task task, String origin, String renewalId) {
        try (InterProcessLock _ = journal.lock(renewalId, task)) {
            Entry entry = reconciliation.asFarAsSeen(require(origin, renewalId));
            if (entry.state().isBefore(RenewalState.INSTALLED)) {
                journal.write(entry.receiptSigned(clock.instant()));
            }
        }
    }

    /**
     * Gives a renewal up when the person says so. The old key and certificate are not touched. Repeated, it gives the same result without asking.
     *
     * @param origin the site's; null: the person asks, who may give any up
     * @return what became of the new key; never {@code REMOVING}
     * @throws Fault {@code RENEWAL_NOT_FOUND}, {@code RENEWAL_FINISHED}, {@code CANCELLED}, {@code JOURNAL_DAMAGED}, those of media: then it is given up, and the key's
     *     removal may be repeated
     */
    public KeyFate abandon(Task task, @Nullable String origin, String renewalId, AbandonPrompt prompt) {
        known(origin, renewalId);
        try (InterProcessLock _ = journal.lock(renewalId, task)) {
            return abandonment.of(task, known(origin, renewalId), prompt);
        }
    }

    /** Keeps a damaged record aside, at the person's wish; its key, if there is one, is left where it lies. */
    public void drop(Task task, UnreadableRecord record) {
        if (record.fault().code() != ErrorCode.JOURNAL_DAMAGED) {
            throw record.fault();
        }
        try (InterProcessLock _ = journal.lock(record.renewal(), task)) {
            journal.drop(record.renewal());
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
        return switch (entry.state()) {
            case INTENDED -> {
                Optional<Entry> reused = reuse.instead(task, entry, journal);
                yield reused.isPresent()
                        ? advanced(task, reused.get())
                        : made(making.fromIntention(task, entry, journal));
            }
            case KEY_MADE -> made(making.fromKey(task, kept(entry), journal, container(entry)));
            default -> made(kept(entry));
        };
    }

    private Entry put(Task task, Entry entry, X509CertificateHolder certificate, List<X509CertificateHolder> chain) {
        installation.check(task, entry, certificate, chain);
        return Installation.installed(entry)
                ? kept(entry)
                : installation.write(task, entry, journal, container(entry), certificate, chain);
    }

    private Made made(Entry entry) {
        return new Made(entry.id(), entry.state(), entry.request(), storage(entry));
    }

    /** What reconciliation found is written down, so that the journal tells the truth without the medium. */
    private Entry kept(Entry entry) {
        boolean known = journal.read(entry.id())
                .map(Entry::state)
                .filter(state -> state == entry.state())
                .isPresent();
        return known ? entry : journal.write(entry);
    }

    /** One that was not given up, as the journal has it. */
    private Entry require(@Nullable String origin, String id) {
        Entry entry = known(origin, id);
        if (!entry.isLiving()) {
            throw new Fault(ErrorCode.RENEWAL_ABANDONED, "the renewal was given up");
        }
        return entry;
    }

    private Entry known(@Nullable String origin, String id) {
        return journal.read(id)
                .filter(each -> origin == null || each.order().origin().equals(origin))
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
}
