// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.obnova.testkit.Browser;
import org.obnova.testkit.Checkout;
import org.obnova.testkit.DemoServer;
import org.obnova.testkit.HostSettings;
import org.obnova.testkit.Person;
import org.obnova.testkit.Workplace;

/** The demo's natural person who has no certificate yet, at a workplace without any key, with papers at hand; the key is to go to the computer. */
public final class Newcomer implements AutoCloseable {
    /** The phone that the service centre wrote down. */
    public static final String PHONE = "+7 900 000-00-05";

    /** What the person chooses for the new container. */
    public static final String CONTAINER_PASSWORD = Accountant.CONTAINER_PASSWORD;

    /** What the person chooses for the backup. */
    public static final String BACKUP_PASSWORD = Accountant.BACKUP_PASSWORD;

    private final DemoServer server;
    private final Workplace workplace;
    private final Path backup;
    private final FirstIssue firstIssue;
    private final OperatorDesk operator;

    private Newcomer(DemoServer server, Workplace workplace, Path backup) throws IOException {
        this.server = server;
        this.workplace = workplace;
        this.backup = Files.createDirectories(backup);
        workplace
                .person()
                .knows(CONTAINER_PASSWORD)
                .wantsPassword(CONTAINER_PASSWORD)
                .wantsBackup(backup, BACKUP_PASSWORD);
        this.firstIssue = new FirstIssue(workplace, server, Medium.COMPUTER);
        this.operator = new OperatorDesk(workplace, server);
    }

    /**
     * Starts the CA, and sets the workplace up.
     *
     * @param work an empty or absent folder for everything that runs
     * @param pictures where screenshots go
     * @param algorithm {@code gost256}, {@code gost512}, {@code ec} or {@code rsa}
     * @param issuingSeconds how long the CA takes at least to issue
     */
    public static Newcomer sitsDown(Browser browser, Path work, Path pictures, String algorithm, int issuingSeconds)
            throws IOException {
        DemoServer server = DemoServer.start(work.resolve("server"), algorithm, issuingSeconds);
        try {
            Workplace workplace = Workplace.open(browser, work, pictures, Checkout.find(), HostSettings.of(server));
            return new Newcomer(server, workplace, work.resolve("backup"));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** What the passport and the SNILS card say, by the form's fields; the INN the tax service is to tell. */
    public static Map<String, String> papers() {
        Map<String, String> papers = new LinkedHashMap<>();
        papers.put("surname", "Ёжиков");
        papers.put("givenName", "Андрей");
        papers.put("patronymic", "Майевич");
        papers.put("documentKind", "passport");
        papers.put("series", "4520");
        papers.put("number", "404142");
        papers.put("departmentCode", "770-001");
        papers.put("issued", "2020-06-18");
        papers.put("birthDate", "2000-05-11");
        papers.put("birthPlace", "г. Москва");
        papers.put("sex", "male");
        papers.put("snils", "15015015093");
        papers.put("email", "yozhikov@example.org");
        return papers;
    }

    /** The CA and its portals. */
    public DemoServer server() {
        return server;
    }

    /** Display, home, browser. */
    public Workplace workplace() {
        return workplace;
    }

    /** The person before the host's windows. */
    public Person person() {
        return workplace.person();
    }

    /** The person before the pages. */
    public FirstIssue firstIssue() {
        return firstIssue;
    }

    /** Who reviews at the CA. */
    public OperatorDesk operator() {
        return operator;
    }

    /** Collects what came of it, as {@code installer/verify.sh --on-paper} expects it, with the passwords beside it. */
    public void collect(Path folder) throws IOException {
        Artefacts artefacts = new Artefacts(workplace, folder);
        artefacts.download(firstIssue.application(), Artefacts.OF_PAPER);
        artefacts.copyContainer(workplace.home().containers(), List.of(), "container.p12");
        artefacts.copyContainer(backup, List.of(), "backup.p12");
        Files.writeString(folder.resolve("container-password.txt"), CONTAINER_PASSWORD);
        Files.writeString(folder.resolve("backup-password.txt"), BACKUP_PASSWORD);
    }

    @Override
    public void close() {
        workplace.close();
        server.close();
    }
}
