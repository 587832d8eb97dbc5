// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.backup.Archive;
import org.obnova.host.backup.BackupList;
import org.obnova.host.backup.BackupNotes;
import org.obnova.host.backup.Backups;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.certificate.ChainVerifier;
import org.obnova.host.command.Services;
import org.obnova.host.decryption.Decryption;
import org.obnova.host.decryption.DecryptionPrompt;
import org.obnova.host.decryption.KeptContents;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.report.ReportPrompt;
import org.obnova.host.diagnostics.report.SupportReports;
import org.obnova.host.entropy.EntropySensor;
import org.obnova.host.log.EventLog;
import org.obnova.host.log.FileLog;
import org.obnova.host.personalstore.Publishing;
import org.obnova.host.personalstore.nss.NssProcess;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.renewal.Installation;
import org.obnova.host.renewal.Journal;
import org.obnova.host.renewal.OrphanKeys;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.renewal.RequestMaking;
import org.obnova.host.settings.PersonalSites;
import org.obnova.host.settings.Settings;
import org.obnova.host.settings.SettingsLoader;
import org.obnova.host.signature.CmsSigner;
import org.obnova.host.signature.DocumentSigning;
import org.obnova.host.site.AdmittedExtensions;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.Consents;
import org.obnova.host.site.SiteDesk;
import org.obnova.host.site.SitePrompt;
import org.obnova.host.site.Sites;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.PinChange;
import org.obnova.host.storage.Pseudonyms;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.FolderMedia;
import org.obnova.host.storage.folder.KeyFiles;
import org.obnova.host.storage.removable.Drives;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.pin.Alarm;
import org.obnova.host.transfer.Exports;
import org.obnova.host.transfer.Imports;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.RestartPrompt;
import org.obnova.host.workstation.SystemRoot;
import org.obnova.host.workstation.Workstation;

/**
 * Builds the services by hand, each when it is first asked for: {@code hello} needs none of them. What holds no state is built anew for each
 * request, so that it sees the settings as they are now.
 */
final class HostServices implements Services {
    private final InstantSource clock;
    private final Environment environment;

    private @Nullable Directories directories;
    private @Nullable Prompts prompts;
    private @Nullable ConsentDesk desk;
    private @Nullable TokenWiring tokens;
    private @Nullable KeptContents kept;
    private @Nullable Media drives;
    private @Nullable Pseudonyms pseudonyms;

    HostServices(InstantSource clock, Environment environment) {
        this.clock = clock;
        this.environment = environment;
    }

    /** What has to do with tokens and their PINs. */
    synchronized TokenWiring tokens() {
        TokenWiring known = tokens;
        if (known == null) {
            known = new TokenWiring(
                    this::settings, () -> directories().state(), () -> prompts().pin(), log(), clock);
            tokens = known;
        }
        return known;
    }

    synchronized Directories directories() {
        Directories known = directories;
        if (known == null) {
            known = environment.directories();
            directories = known;
        }
        return known;
    }

    Path logFile() {
        return directories().state().resolve("host.log");
    }

    SettingsLoader loader() {
        return new SettingsLoader(directories().config().resolve("host.json"), environment.administratorsSettings());
    }

    Settings settings() {
        return loader().load();
    }

    EventLog log() {
        return new FileLog(this::logFile, clock);
    }

    @Override
    public Diagnostics diagnostics() {
        return new Diagnostics(
                new DiagnosticsWiring(this, environment.diagnostics(tokens()::rememberedPins, log(), clock))::checks);
    }

    @Override
    public SupportReports supportReports() {
        ReportWiring wiring = new ReportWiring(this, environment.diagnostics(tokens()::rememberedPins, log(), clock));
        return (findings, made, language) -> wiring.report().text(findings, wiring.facts(), made, language);
    }

    @Override
    public ReportPrompt reportPrompt() {
        return prompts().report();
    }

    synchronized Prompts prompts() {
        Prompts known = prompts;
        if (known == null) {
            known = environment.prompts(directories());
            prompts = known;
        }
        return known;
    }

    @Override
    public Sites sites() {
        return new Sites(this::settings);
    }

    @Override
    public SiteDesk siteDesk() {
        return siteDesk(prompts().site());
    }

    /** With another way to ask, for the command line. */
    SiteDesk siteDesk(SitePrompt prompt) {
        return new SiteDesk(
                sites(),
                new PersonalSites(directories().config().resolve("host.json"), environment.administratorsSettings()),
                prompt);
    }

    @Override
    public Consents consents() {
        return new Consents(directories().state().resolve("consents.json"), clock);
    }

    @Override
    public synchronized ConsentDesk consentDesk() {
        ConsentDesk known = desk;
        if (known == null) {
            known = new ConsentDesk(consents(), prompts().consent());
            desk = known;
        }
        return known;
    }

    @Override
    public Storages storages() {
        return FolderMedia.storages(
                directories(), files(), new SecureRandom(), clock, prompts().password(), tokens().tokens(), drives());
    }

    private synchronized Media drives() {
        Media known = drives;
        if (known == null) {
            Pseudonyms pseudonyms = pseudonyms();
            known = Drives.ofThisComputer(
                    this::settings,
                    FolderMedia.volumes(
                            directories(),
                            files(),
                            new SecureRandom(),
                            clock,
                            prompts().password()),
                    pseudonyms::of);
            drives = known;
        }
        return known;
    }

    /** Of media, towards pages. */
    synchronized Pseudonyms pseudonyms() {
        Pseudonyms known = pseudonyms;
        if (known == null) {
            known = new Pseudonyms(directories().state().resolve("media.key"), new SecureRandom());
            pseudonyms = known;
        }
        return known;
    }

    @Override
    public PinChange pinChange() {
        return new PinChange(storages());
    }

    @Override
    public Renewals renewals() {
        return renewals(storages());
    }

    @Override
    public DocumentSigning documentSigning() {
        return new DocumentSigning(storages(), prompts().document(), new CmsSigner(), clock);
    }

    @Override
    public Backups backups() {
        Storages storages = storages();
        return new Backups(storages, prompts().storage(), backupNotes(storages));
    }

    @Override
    public BackupNotes backupNotes() {
        return backupNotes(storages());
    }

    private BackupNotes backupNotes(Storages storages) {
        BackupList list = new BackupList(directories().state().resolve("backups.json"), files());
        return new BackupNotes(storages, list, renewals(storages), clock);
    }

    @Override
    public Archive archive() {
        Storages storages = storages();
        return new Archive(storages, backupNotes(storages));
    }

    @Override
    public Decryption decryption() {
        return new Decryption(storages(), prompts().decryption(), new SecureRandom());
    }

    /** At the command line, where the person has said what to decrypt. */
    Decryption decryptionOfFiles() {
        return new Decryption(storages(), DecryptionPrompt.none(), new SecureRandom());
    }

    @Override
    public synchronized KeptContents keptContents() {
        KeptContents known = kept;
        if (known == null) {
            known = new KeptContents(clock, new SecureRandom(), Alarm.system());
            kept = known;
        }
        return known;
    }

    @Override
    public Publishing publishing() {
        return new Publishing(
                storages(), environment.personalStores(), prompts().publish());
    }

    @Override
    public Imports imports() {
        return new Imports(
                storages(),
                FolderMedia.sources(directories(), files()),
                prompts().transfer(),
                prompts().password(),
                prompts().storage());
    }

    @Override
    public Exports exports() {
        return new Exports(
                storages(),
                new KeyFiles(files(), new SecureRandom()),
                prompts().transfer(),
                prompts().password(),
                Path.of(System.getProperty("user.home")));
    }

    @Override
    public Workstation workstation() {
        return new Workstation(
                environment.root(),
                this::settings,
                environment.launcher(),
                new AdmittedExtensions(loader())::ids,
                new NssProcess(LaunchCommand.ofThisProgram()),
                directories().runtime());
    }

    /** Where this computer's files are. */
    SystemRoot root() {
        return environment.root();
    }

    @Override
    public RestartPrompt restartPrompt() {
        return prompts().restart();
    }

    @Override
    public ComputerRestart computerRestart() {
        return environment.computerRestart();
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    private Renewals renewals(Storages storages) {
        Journal journal = journal();
        RequestMaking making = new RequestMaking(
                storages,
                prompts().storage(),
                new EntropySensor(prompts().entropy()),
                prompts().keyMaking(),
                clock);
        Installation installation = new Installation(verifier(), clock);
        return new Renewals(journal, storages, making, prompts().orphan(), installation, clock);
    }

    /** Keys without a certificate that no renewal names. */
    OrphanKeys orphanKeys() {
        return new OrphanKeys(journal(), storages());
    }

    @Override
    public AbandonPrompt abandonPrompt() {
        return prompts().abandon();
    }

    Journal journal() {
        return new Journal(directories().state().resolve("renewals"), files());
    }

    private ChainVerifier verifier() {
        List<X509CertificateHolder> anchors =
                settings().anchors().stream().map(Certificates::read).toList();
        return new ChainVerifier(anchors, clock);
    }

    /** The disk, written so that a crash loses nothing. */
    static DurableFiles files() {
        return new DurableFiles(FileActions.disk());
    }
}
