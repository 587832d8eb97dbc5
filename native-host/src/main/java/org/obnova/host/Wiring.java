// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.obnova.host.cli.ArchiveOffer;
import org.obnova.host.cli.CareOffer;
import org.obnova.host.cli.ObnovaCommandLine;
import org.obnova.host.cli.Offer;
import org.obnova.host.cli.Terminal;
import org.obnova.host.command.CallerCheck;
import org.obnova.host.command.Commands;
import org.obnova.host.command.Dispatcher;
import org.obnova.host.command.Product;
import org.obnova.host.command.Server;
import org.obnova.host.command.ShownToPages;
import org.obnova.host.entropy.EntropyRecording;
import org.obnova.host.log.EventLog;
import org.obnova.host.log.FileLog;
import org.obnova.host.messaging.FrameReader;
import org.obnova.host.messaging.FrameWriter;
import org.obnova.host.messaging.StandardStreams;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.nss.NssPlaces;
import org.obnova.host.personalstore.nss.NssProcess;
import org.obnova.host.personalstore.nss.NssStores;
import org.obnova.host.personalstore.windows.WindowsStore;
import org.obnova.host.platform.Directories;
import org.obnova.host.settings.SettingsLoader;
import org.obnova.host.site.AdmittedExtensions;
import org.obnova.host.site.ExtensionCaller;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.ui.Windows;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.SystemRestart;
import org.obnova.host.workstation.SystemRoot;

/**
 * Builds every object by hand; nothing imports it but {@link Main}. Named classes instead of lambdas on the way to {@code hello}: a lambda's
 * bootstrap would be a tenth of the start.
 */
final class Wiring {
    private final StandardStreams streams;
    private final HostServices services = new HostServices(InstantSource.system(), new Desktop());

    Wiring(StandardStreams streams) {
        this.streams = streams;
    }

    /** @param gone called when the browser reads no more */
    Server server(String[] args, Runnable gone) {
        FrameWriter writer = new FrameWriter(streams.out(), gone);
        ExtensionCaller caller = ExtensionCaller.of(args, new Admitted());
        EventLog log = new FileLog(new LogFile(), services.clock());
        Dispatcher dispatcher =
                new Dispatcher(new Check(caller), new Commands(services, writer), writer, log, new Shown());
        return new Server(new FrameReader(streams.in()), writer, dispatcher);
    }

    /** The command line, with everything of it loaded only here. */
    int commandLine(String[] args) {
        Offer offer = new Offer(
                Product.VERSION,
                services::storages,
                services.tokens()::modules,
                () -> new EntropyRecording(services.prompts().entropy()),
                services::imports,
                services::exports,
                services::pinChange,
                services.tokens()::rememberedPins,
                services::renewals,
                services::orphanKeys,
                new ArchiveOffer(
                        services::backupNotes,
                        services::archive,
                        services::decryptionOfFiles,
                        HostServices.files()::createAlone),
                new CareOffer(
                        services::diagnostics,
                        services::supportReports,
                        services.clock(),
                        services::sites,
                        services::siteDesk,
                        services::consents),
                services::workstation,
                new FileLog(new LogFile(), services.clock()));
        return ObnovaCommandLine.run(
                args, Terminal.of(streams.in(), streams.out(), streams.err(), System.getenv()), offer);
    }

    /** This person's folders and windows. */
    private static final class Desktop implements Environment {
        @Override
        public Directories directories() {
            return Directories.fromEnvironment();
        }

        @Override
        public Supplier<List<PersonalStore>> personalStores() {
            if (System.getProperty("os.name").startsWith("Windows")) {
                return () -> List.of(new WindowsStore(new SecureRandom()));
            }
            // As the programs do themselves: HOME counts, not the table of users.
            Path home = Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home")));
            NssPlaces places = new NssPlaces(home, System.getenv());
            return new NssStores(places, new NssProcess(LaunchCommand.ofThisProgram()));
        }

        @Override
        public Path administratorsSettings() {
            return SettingsLoader.ADMINISTRATOR;
        }

        @Override
        public SystemRoot root() {
            return SystemRoot.ofThisProcess();
        }

        @Override
        public ComputerRestart computerRestart() {
            return new SystemRestart(root());
        }

        @Override
        public Optional<Path> launcher() {
            return LaunchCommand.launcher();
        }

        @Override
        public DiagnosticsPorts diagnostics(Supplier<RememberedPins> pins, EventLog log, InstantSource clock) {
            return DiagnosticsPorts.ofThisComputer(root(), pins, log, clock);
        }

        @Override
        public Prompts prompts(Directories directories) {
            return Prompts.of(new Windows(directories.runtime(), InstantSource.system()));
        }
    }

    private record Check(ExtensionCaller caller) implements CallerCheck {
        @Override
        public void check() {
            caller.check();
        }
    }

    private final class Shown implements Supplier<ShownToPages> {
        @Override
        public ShownToPages get() {
            return ShownToPages.of(services.root());
        }
    }

    private final class Admitted implements Supplier<AdmittedExtensions> {
        @Override
        public AdmittedExtensions get() {
            return new AdmittedExtensions(services.loader());
        }
    }

    private final class LogFile implements Supplier<Path> {
        @Override
        public Path get() {
            return services.logFile();
        }
    }
}
