// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.task.Language;

/** The requests of the protocol, their parameters checked as far as that needs no knowledge of keys and certificates. */
public sealed interface Request {
    /** Answered at once, by the thread that reads. */
    sealed interface Control extends Request {}

    /** Answered by a thread of its own. */
    sealed interface Work extends Request {}

    /** Work for the extension's own pages. */
    sealed interface OfExtension extends Work {}

    /** Work for a site. */
    sealed interface OfSite extends Work {
        /** Which site, and which of its pages. */
        Site site();
    }

    /**
     * A page, as the browser told of it.
     *
     * @param origin not yet checked
     * @param document keeps the pages of one site apart
     */
    record Site(String origin, String document) {}

    /** {@code hello}. */
    record Hello(@Nullable Long protocol, @Nullable Language language) implements Control {}

    /** {@code cancel}. */
    record Cancel(RequestId id) implements Control {}

    /** {@code sites.list}. */
    record SitesList() implements OfExtension {}

    /** {@code consents.list}. */
    record ConsentsList() implements OfExtension {}

    /**
     * {@code consents.revoke}.
     *
     * @param operation a wire name; null means all of them
     */
    record ConsentsRevoke(String origin, @Nullable String operation) implements OfExtension {}

    /** {@code certificates.list}. */
    record CertificatesList(Site site, @Nullable String cursor) implements OfSite {}

    /** {@code storages.list}. */
    record StoragesList(Site site) implements OfSite {}

    /** {@code pin.change}. */
    record PinChange(Site site, String storage) implements OfSite {}

    /**
     * {@code request.create}.
     *
     * @param request DER of the PKCS#10 that the authority holds already; null: none
     */
    record RequestCreate(
            Site site,
            String application,
            String algorithm,
            Subject subject,
            @Nullable String storage,
            @Nullable String replaces,
            @Nullable Der request)
            implements OfSite {}

    /** The holder's data; the check digits are not yet checked. */
    record Subject(
            String commonName,
            String surname,
            String givenName,
            String country,
            String snils,
            String inn,
            @Nullable String email) {}

    /**
     * {@code document.sign}.
     *
     * @param renewal the one whose certificate is received; null: none is told, and always so of statements
     */
    record DocumentSign(
            Site site,
            DocumentKind kind,
            String title,
            String text,
            String certificate,
            @Nullable String renewal) implements OfSite {}

    /** What kind of document. */
    enum DocumentKind {
        STATEMENT,
        RECEIPT
    }

    /** {@code authentication.sign}. */
    record AuthenticationSign(Site site, String certificate, String nonce) implements OfSite {}

    /**
     * {@code certificate.install}.
     *
     * @param certificate DER
     * @param chain DER, the issuer first
     */
    record CertificateInstall(Site site, String renewal, Der certificate, List<Der> chain) implements OfSite {}

    /** {@code certificate.publish}. */
    record CertificatePublish(Site site, String certificate) implements OfSite {}

    /** {@code container.copy}. */
    record ContainerCopy(Site site, String certificate) implements OfSite {}

    /** {@code container.import}. */
    record ContainerImport(Site site) implements OfSite {}

    /** {@code container.export}. */
    record ContainerExport(Site site, String certificate) implements OfSite {}

    /** {@code password.change}. */
    record PasswordChange(Site site, String certificate) implements OfSite {}

    /** {@code renewal.list}. */
    record RenewalList(Site site, @Nullable String cursor) implements OfSite {}

    /** {@code renewal.resume}. */
    record RenewalResume(Site site, String renewal) implements OfSite {}

    /** {@code renewal.abandon}. */
    record RenewalAbandon(Site site, String renewal) implements OfSite {}

    /** {@code backups.list}. */
    record BackupsList(Site site, @Nullable String cursor) implements OfSite {}

    /** {@code container.archive}. */
    record ContainerArchive(Site site, List<String> certificates) implements OfSite {}

    /**
     * {@code document.decrypt}: a message, or how to go on with the one before.
     *
     * @param message null where the cursor is not
     */
    record DocumentDecrypt(
            Site site, @Nullable Der message, @Nullable String cursor) implements OfSite {}

    /**
     * {@code workstation.check}.
     *
     * @param service null: the one that counts where none is named
     * @param file whether the file of setup is wanted too
     */
    record WorkstationCheck(Site site, @Nullable String service, boolean file) implements OfSite {}

    /**
     * {@code workstation.install} and {@code workstation.uninstall}.
     *
     * @param targets ids; empty: all that a page may start
     */
    record WorkstationChange(Site site, @Nullable String service, List<String> targets, boolean uninstall)
            implements OfSite {}

    /** {@code workstation.restart}. */
    record WorkstationRestart(Site site) implements OfSite {}

    /** {@code sites.add}. */
    record SitesAdd(String origin) implements OfExtension {}

    /** {@code sites.remove}. */
    record SitesRemove(String origin) implements OfExtension {}

    /**
     * {@code diagnostics.run}.
     *
     * @param repair ids of the checks whose findings are to be mended
     * @param bundle whether the report for support is wanted
     */
    record DiagnosticsRun(Site site, List<String> repair, boolean bundle) implements OfSite {}
}
