// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import org.jspecify.annotations.Nullable;
import org.obnova.host.messaging.FrameWriter;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.StoragesChanged;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import org.obnova.host.task.Task;

/** From a request to its command. */
public final class Commands implements WorkRunner {
    private final Services services;
    private final FrameWriter writer;

    private @Nullable StorageWatch watch;

    /**
     * @param services asked for what a command needs, and for nothing else
     * @param writer of notifications
     */
    public Commands(Services services, FrameWriter writer) {
        this.services = services;
        this.writer = writer;
    }

    @Override
    public WorkResult run(
            Request.Work request, Language language, Cancellation cancellation, ProgressListener listener) {
        Requester requester = switch (request) {
            case Request.OfSite ofSite -> services.sites().admit(ofSite.site().origin(), language);
            case Request.OfExtension _ -> new Requester.Person();
        };
        Task task = new RunningTask(requester, language, cancellation, listener);
        return switch (request) {
            case Request.SitesList _ -> new SitesListCommand(services.sites(), services.siteDesk()).run(task);
            case Request.DiagnosticsRun r ->
                new DiagnosticsRunCommand(
                                access(),
                                services::diagnostics,
                                () -> ShownToPages.of(services.workstation().root()),
                                services::supportReports,
                                services::reportPrompt,
                                services.clock())
                        .run(task, r);
            case Request.SitesAdd r -> sitesChange().run(task, r);
            case Request.SitesRemove r -> sitesChange().run(r);
            case Request.ConsentsList _ -> new ConsentsListCommand(services.consents()).run();
            case Request.ConsentsRevoke r ->
                new ConsentsRevokeCommand(services.consents(), services.consentDesk(), services::keptContents).run(r);
            case Request.CertificatesList r -> new CertificatesListCommand(access(), services::storages).run(task, r);
            case Request.StoragesList r -> new StoragesListCommand(access(), services::storages, watch()).run(task, r);
            case Request.PinChange r -> new PinChangeCommand(access(), services::pinChange).run(task, r);
            case Request.RequestCreate r -> new RequestCreateCommand(access(), services::renewals).run(task, r);
            case Request.DocumentSign r ->
                new DocumentSignCommand(access(), services::documentSigning, services::renewals).run(task, r);
            case Request.AuthenticationSign r ->
                new AuthenticationSignCommand(access(), services::documentSigning, services.clock()).run(task, r);
            case Request.CertificateInstall r ->
                new CertificateInstallCommand(access(), services::renewals).run(task, r);
            case Request.CertificatePublish r ->
                new CertificatePublishCommand(access(), services::publishing, services::renewals).run(task, r);
            case Request.ContainerCopy r -> new ContainerCopyCommand(access(), services::backups).run(task, r);
            case Request.ContainerImport r -> new ContainerImportCommand(access(), services::imports).run(task, r);
            case Request.ContainerExport r -> new ContainerExportCommand(access(), services::exports).run(task, r);
            case Request.PasswordChange r -> new PasswordChangeCommand(access(), services::storages).run(task, r);
            case Request.RenewalList r -> new RenewalListCommand(access(), services::renewals).run(task, r);
            case Request.RenewalResume r -> new RenewalResumeCommand(access(), services::renewals).run(task, r);
            case Request.BackupsList r -> new BackupsListCommand(access(), services::backupNotes).run(task, r);
            case Request.ContainerArchive r -> new ContainerArchiveCommand(access(), services::archive).run(task, r);
            case Request.DocumentDecrypt r ->
                new DocumentDecryptCommand(access(), services::decryption, services.keptContents()).run(task, r);
            case Request.WorkstationCheck r ->
                new WorkstationCheckCommand(access(), services::workstation).run(task, r);
            case Request.WorkstationChange r ->
                new WorkstationChangeCommand(access(), services::workstation).run(task, r);
            case Request.WorkstationRestart r ->
                new WorkstationRestartCommand(
                                access(), services::workstation, services::restartPrompt, services::computerRestart)
                        .run(task, r);
            case Request.RenewalAbandon r ->
                new RenewalAbandonCommand(access(), services::renewals, services::abandonPrompt).run(task, r);
        };
    }

    private synchronized StorageWatch watch() {
        StorageWatch known = watch;
        if (known == null) {
            known = new StorageWatch(
                    services::consentDesk,
                    services::storages,
                    documents -> writer.writeIfRoom(StoragesChanged.encode(documents)));
            watch = known;
        }
        return known;
    }

    private SitesChangeCommands sitesChange() {
        return new SitesChangeCommands(services.siteDesk(), services.consents(), services.consentDesk());
    }

    private SiteAccess access() {
        return new SiteAccess(services.consentDesk());
    }
}
