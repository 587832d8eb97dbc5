// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.TestAuthority;
import org.obnova.host.diagnostics.DiagnosticCheck;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.report.SupportReport;
import org.obnova.host.entropy.EntropyRecording;
import org.obnova.host.log.FileLog;
import org.obnova.host.person.FakePerson;
import org.obnova.host.person.FakeTransfers;
import org.obnova.host.platform.Directories;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.settings.PersonalSites;
import org.obnova.host.settings.SettingsLoader;
import org.obnova.host.site.Consents;
import org.obnova.host.site.SiteDesk;
import org.obnova.host.site.Sites;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Text;
import org.obnova.host.storage.PinChange;
import org.obnova.host.storage.Storages;
import org.obnova.host.storage.folder.FolderMedia;
import org.obnova.host.storage.folder.KeyFiles;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.storage.token.pin.FakePins;
import org.obnova.host.transfer.Exports;
import org.obnova.host.transfer.Imports;

/** The command line over a home folder of its own, with the person behind it. */
class CommandLineDesk {
    static final InstantSource CLOCK = InstantSource.fixed(TestAuthority.during());

    static final NotListed NO_DRIVER = new NotListed(
            NotListed.Reason.NO_DRIVER,
            "JaCarta",
            new Text("Драйвера нет.", "There is no driver."),
            new Text("Установите драйвер.", "Install the driver."));

    static final Modules MODULES = new Modules(
            List.of(new FoundModule("Рутокен", Path.of("/usr/lib/librtpkcs11ecp.so"), null, true)),
            List.of(NO_DRIVER),
            List.of(new Modules.LeftOut(Path.of("/etc/pkcs11/modules/x.module"), new Text("другим", "for others"))));

    @TempDir
    Path home;

    final FakePerson person = new FakePerson();
    final FakeTransfers transfers = new FakeTransfers();
    final FakePins pins = new FakePins();
    final List<DiagnosticCheck> checks = new ArrayList<>();
    InputStream in = InputStream.nullInputStream();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    int run(Map<String, String> environment, String... arguments) {
        return ObnovaCommandLine.run(arguments, terminal(environment), offer(this::storages));
    }

    int run(Offer offer, String... arguments) {
        return ObnovaCommandLine.run(arguments, terminal(Map.of()), offer);
    }

    Terminal terminal(Map<String, String> environment) {
        return Terminal.of(in, out, err, environment);
    }

    Offer offer(Supplier<Storages> storages) {
        return new Offer(
                "9.8.7",
                storages,
                () -> MODULES,
                () -> new EntropyRecording(new FakePerson()),
                this::imports,
                () -> new Exports(
                        storages.get(),
                        new KeyFiles(new DurableFiles(FileActions.disk()), new SecureRandom()),
                        transfers,
                        person,
                        home),
                () -> new PinChange(storages.get()),
                () -> pins,
                () -> {
                    throw new AssertionError("no renewals here");
                },
                () -> {
                    throw new AssertionError("no keys here");
                },
                new ArchiveOffer(
                        () -> fail("no copies here"),
                        () -> fail("no archive here"),
                        () -> fail("nothing is decrypted here"),
                        (file, content) -> fail("nothing is written here")),
                care(),
                () -> fail("nothing is set up here"),
                new FileLog(() -> home.resolve("host.log"), CLOCK));
    }

    CareOffer care() {
        return new CareOffer(
                () -> new Diagnostics(() -> checks),
                () -> (findings, made, language) -> new SupportReport("/home/anna", List.of("Анна"))
                        .text(findings, new SupportReport.Facts(List.of(), List.of(), List.of()), made, language),
                CLOCK,
                this::sites,
                prompt -> new SiteDesk(
                        sites(), new PersonalSites(settings(), home.resolve("administrator.json")), prompt),
                () -> new Consents(home.resolve("state/consents.json"), CLOCK));
    }

    Path settings() {
        return home.resolve("config/host.json");
    }

    private Sites sites() {
        return new Sites(new SettingsLoader(settings(), home.resolve("administrator.json"))::load);
    }

    Imports imports() {
        Directories directories = new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
        return new Imports(
                storages(),
                FolderMedia.sources(directories, new DurableFiles(FileActions.disk())),
                transfers,
                person,
                person);
    }

    Storages storages() {
        return storages(Media.none());
    }

    Storages storages(Media tokens) {
        Directories directories = new Directories(
                home.resolve("data"), home.resolve("state"), home.resolve("config"), home.resolve("runtime"));
        return FolderMedia.storages(
                directories,
                new DurableFiles(FileActions.disk()),
                new SecureRandom(),
                CLOCK,
                person,
                tokens,
                Media.none());
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
