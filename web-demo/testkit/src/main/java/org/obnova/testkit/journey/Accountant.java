// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.obnova.testkit.Browser;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.FlashDrive;
import org.obnova.testkit.HostSettings;
import org.obnova.testkit.Person;
import org.obnova.testkit.TokenReader;
import org.obnova.testkit.Workplace;

/** The demo's accountant at her workplace, with her present keys, and a CA that knows her: everything is ready to renew. */
public final class Accountant implements AutoCloseable {
    /** The phone that the CA knows. */
    public static final String PHONE = "+7 900 000-00-01";

    /** What she chooses for the new container. */
    public static final String CONTAINER_PASSWORD = "obnova-demo";

    /** What she chooses for the backup. */
    public static final String BACKUP_PASSWORD = "obnova-demo-backup";

    private static final String HER_CONTAINERS = "korableva-";

    private final DemoServer server;
    private final Workplace workplace;
    private final Renewal renewal;
    private final Path backup;
    private final List<Path> brought;
    private final Medium medium;
    private final Optional<TokenReader> reader;
    private final Optional<FlashDrive> drive;
    private final String algorithm;

    private Accountant(
            DemoServer server,
            Workplace workplace,
            Path backup,
            Medium medium,
            Optional<TokenReader> reader,
            Optional<FlashDrive> drive,
            String algorithm)
            throws IOException {
        this.drive = drive;
        this.server = server;
        this.workplace = workplace;
        this.medium = medium;
        this.reader = reader;
        this.algorithm = algorithm;
        this.backup = Files.createDirectories(backup);
        for (Path container : Artefacts.containers(server.handout())) {
            if (container.getFileName().toString().startsWith(HER_CONTAINERS)) {
                workplace.bring(container);
            }
        }
        this.brought = Artefacts.containers(workplace.home().containers());
        workplace
                .person()
                .knows(server.handoutPassword())
                .wantsPassword(CONTAINER_PASSWORD)
                .knowsPin(TokenReader.PIN)
                .wantsBackup(backup, BACKUP_PASSWORD);
        this.renewal = new Renewal(workplace, server, medium);
    }

    /**
     * Starts the CA, and sets the workplace up.
     *
     * @param work an empty or absent folder for everything that runs
     * @param pictures where screenshots go
     * @param algorithm {@code gost256}, {@code gost512}, {@code ec} or {@code rsa}
     * @param issuingSeconds how long the CA takes at least to issue
     */
    public static Accountant sitsDown(Path work, Path pictures, String algorithm, int issuingSeconds)
            throws IOException {
        return sitsDown(work, pictures, algorithm, issuingSeconds, Medium.COMPUTER);
    }

    /** As above; the new key goes to this medium. A token lies beside its reader and is not inserted yet; so is a drive. */
    public static Accountant sitsDown(Path work, Path pictures, String algorithm, int issuingSeconds, Medium medium)
            throws IOException {
        return sitsDown(Browser.chosen(), work, pictures, algorithm, issuingSeconds, medium, medium);
    }

    /** As above, in a browser; the token beside the reader, or the drive, may be there for something else. */
    public static Accountant sitsDown(
            Browser browser,
            Path work,
            Path pictures,
            String algorithm,
            int issuingSeconds,
            Medium medium,
            Medium token)
            throws IOException {
        DemoServer server = DemoServer.start(work.resolve("server"), algorithm, issuingSeconds);
        try {
            HostSettings settings = HostSettings.of(server);
            Optional<TokenReader> reader = Optional.empty();
            if (token.isToken()) {
                reader = Optional.of(token.reader(work.resolve("reader")));
                settings.modules(List.of(reader.get().module()));
            }
            Optional<FlashDrive> drive = Optional.empty();
            if (token == Medium.REMOVABLE) {
                drive = Optional.of(FlashDrive.setUp(work.resolve("drive")));
                settings.drives(List.of(drive.get().point()));
            }
            Workplace workplace = Workplace.open(browser, work, pictures, Checkout.find(), settings);
            return new Accountant(server, workplace, work.resolve("backup"), medium, reader, drive, algorithm);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The CA and its portals. */
    public DemoServer server() {
        return server;
    }

    /** Display, home, browser. */
    public Workplace workplace() {
        return workplace;
    }

    /** Herself, before the host's windows. */
    public Person person() {
        return workplace.person();
    }

    /** Herself, before the pages. */
    public Renewal renewal() {
        return renewal;
    }

    /** Where she keeps backups. */
    public Path backup() {
        return backup;
    }

    /** The reader of her token. */
    public TokenReader reader() {
        return reader.orElseThrow();
    }

    /** Her flash drive. */
    public FlashDrive drive() {
        return drive.orElseThrow();
    }

    /** Inserts her token, or plugs her drive in, where the new key goes there. */
    void plugIn() {
        if (medium.isToken()) {
            reader().insert();
        }
        if (medium == Medium.REMOVABLE) {
            drive().plug();
        }
    }

    /** Where the new key goes. */
    public Medium medium() {
        return medium;
    }

    /** The password of the containers that she had before. */
    public String oldPassword() throws IOException {
        return server.handoutPassword();
    }

    /** Collects what the renewal made, as {@code installer/verify.sh} expects it, with the passwords beside it. */
    public void collect(Path folder) throws IOException {
        collect(folder, Artefacts.OF_PAGE);
    }

    /** As above; of the files that the holder's page may offer those of these names. */
    void collect(Path folder, List<String> ofPage) throws IOException {
        Artefacts artefacts = new Artefacts(workplace, folder);
        artefacts.download(renewal.application(), ofPage);
        switch (medium) {
            case COMPUTER -> artefacts.copyContainer(workplace.home().containers(), brought, "container.p12");
            case REMOVABLE -> artefacts.copyContainer(drive().containers(), List.of(), "container.p12");
            case TOKEN -> new TokenArtefacts(reader(), folder).ofKeyPair(algorithm);
            case PASSIVE_TOKEN -> new TokenArtefacts(reader(), folder).ofContainer("container.p12");
        }
        if (medium != Medium.TOKEN) {
            collectBackup(artefacts, folder);
        }
    }

    /** What a token's PIN protects has no password. */
    private void collectBackup(Artefacts artefacts, Path folder) throws IOException {
        boolean keptOnToken = medium.isToken();
        boolean copiedToToken = !keptOnToken && reader.isPresent();
        Files.writeString(folder.resolve("container-password.txt"), keptOnToken ? "" : CONTAINER_PASSWORD);
        Files.writeString(folder.resolve("backup-password.txt"), copiedToToken ? "" : BACKUP_PASSWORD);
        if (copiedToToken) {
            new TokenArtefacts(reader(), folder).ofContainer("backup.p12");
        } else if (medium == Medium.COMPUTER && drive.isPresent()) {
            artefacts.copyContainer(drive().containers(), List.of(), "backup.p12");
        } else {
            artefacts.copyContainer(backup, List.of(), "backup.p12");
        }
    }

    @Override
    public void close() {
        workplace.close();
        server.close();
        drive.ifPresent(FlashDrive::close);
    }
}
