// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.ChainVerifier;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.task.HeldWriting;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Puts an issued certificate beside its key. Nothing is written before all checks have passed. The caller holds the renewal's lock. */
public final class Installation {
    private final ChainVerifier verifier;
    private final InstantSource clock;

    /** Trusts what this verifier trusts. */
    public Installation(ChainVerifier verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Checks that the certificate belongs to the renewal and is trusted.
     *
     * @param chain issuers
     */
    void check(Task task, Entry entry, X509CertificateHolder certificate, List<X509CertificateHolder> chain) {
        task.progress(Step.VERIFY, 0, 1);
        SubjectPublicKeyInfo key = entry.publicKey();
        if (key == null || entry.state() == RenewalState.INTENDED) {
            throw new Fault(ErrorCode.RENEWAL_CONFLICT, "no key was made yet");
        }
        if (!PublicKeys.same(certificate.getSubjectPublicKeyInfo(), key)) {
            throw new Fault(ErrorCode.CERTIFICATE_KEY_MISMATCH, "the certificate is for another key");
        }
        String known = entry.certificate();
        if (known != null && installed(entry) && !known.equals(Thumbprint.sha256(certificate))) {
            throw new Fault(ErrorCode.RENEWAL_CONFLICT, "another certificate is installed");
        }
        verifier.verify(certificate, chain);
        task.progress(Step.VERIFY, 1, 1);
    }

    /** Whether nothing is left to do. */
    static boolean installed(Entry entry) {
        return !entry.state().isBefore(RenewalState.INSTALLED);
    }

    /** Writes certificate and chain. */
    Entry write(
            Task task,
            Entry checked,
            Journal journal,
            KeyContainer container,
            X509CertificateHolder certificate,
            List<X509CertificateHolder> chain) {
        String sha256 = Thumbprint.sha256(certificate);
        List<X509CertificateHolder> full = new ArrayList<>();
        full.add(certificate);
        full.addAll(chain);
        // With it, what is left can be done without the site.
        Entry issued = journal.write(
                checked.issued(sha256, full.stream().map(Installation::der).toList(), clock.instant()));
        try (HeldWriting held = new HeldWriting(task)) {
            task.progress(Step.WRITE, 0, 1);
            container.install(held, full);
            Entry installed = journal.write(issued.installed(container.storage().id(), sha256, clock.instant()));
            task.progress(Step.WRITE, 1, 1);
            return installed;
        }
    }

    private static byte[] der(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
