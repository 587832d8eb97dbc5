// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.obnova.demo.Portals;
import org.obnova.demo.PreparedRegisters;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificationAuthority;
import org.obnova.demo.cmp.MachineRules;
import org.obnova.demo.documents.KeptUploads;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.holders.CertificateLogin;
import org.obnova.demo.media.MediaRulesFile;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Inbox;
import org.obnova.demo.notifications.LoginCodes;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.review.CaseDesk;
import org.obnova.demo.review.Casework;
import org.obnova.demo.review.QueuePage;
import org.obnova.demo.review.ServiceCentres;
import org.obnova.demo.review.ServiceCounter;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.StaffLogin;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.visitors.Visitors;
import org.obnova.demo.web.RequestWatch;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Sites;
import org.obnova.demo.web.StaffServices;
import org.obnova.demo.web.WebApp;
import org.obnova.demo.webdisk.PackageFolders;

/** All sites, listening on a free port of the loopback address. */
final class PreparedSites implements AutoCloseable {
    static final String CODE = "4711";
    static final String OPERATOR_PASSWORD = "operator-secret";

    final PreparedPeople people = new PreparedPeople();
    final PreparedApplications applications = new PreparedApplications();
    final PreparedAccounts accounts = new PreparedAccounts(people);
    final PreparedHandOvers handOvers = new PreparedHandOvers();
    final PreparedAgencies agencies = new PreparedAgencies();
    final Sites sites;
    final Uploads uploads;
    final Casework casework;
    final StaffServices staff;
    private final Path data;
    private final Database database;
    private final WebApp app;
    private final Path packages;

    PreparedSites() throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        packages = Files.createTempDirectory("obnova-packages");
        for (String name : List.of(
                "obnova_0.1.0_amd64.deb",
                "obnova-0.1.0-1.x86_64.rpm",
                "obnova-0.1.0-linux-amd64.tar.gz",
                "obnova-0.1.0.msi",
                "obnova-0.1.0.pkg",
                "obnova-extension-0.1.0.crx",
                "obnova-extension-0.1.0.zip",
                "obnova-extension-0.1.0.xpi",
                "obnova-extern.sh",
                "obnova-extern.reg",
                "secret.deb",
                "obnova.txt")) {
            Files.writeString(packages.resolve(name), "content of " + name);
        }
        Files.writeString(
                packages.resolve("update.xml"),
                "codebase=\"https://elsewhere.example/extension/obnova-extension-0.1.0.xpi\"");
        sites = new Sites(((InetSocketAddress) listening.getLocalAddress()).getPort());
        data = Files.createTempDirectory("obnova-data");
        database = TestDatabase.open(data);
        InstantSource clock = InstantSource.fixed(PreparedPeople.NOW);
        uploads = KeptUploads.open(database, data.resolve("uploads"), clock, new SecureRandom());
        casework = new CaseDesk(
                database,
                applications,
                new PreparedProceedings(applications),
                uploads,
                ServiceCentres.bundled(),
                RegimeFile.preset("current"),
                new NoNotices(),
                clock);
        staff = staff(clock);
        app = Portals.open(
                new Services(
                        sites,
                        CaProfile.GOST256,
                        InstantSource.fixed(PreparedPeople.NOW),
                        new NoAuthority(),
                        request -> request,
                        request -> request,
                        request -> request,
                        MachineRules.of(data),
                        people,
                        people,
                        accounts,
                        handOvers,
                        new OneCode(),
                        new OneLogin(),
                        applications,
                        MediaRulesFile.bundled(),
                        new FullInbox(),
                        RegimeFile.preset("current"),
                        new PreparedRegisters(),
                        agencies,
                        agencies,
                        agencies,
                        uploads,
                        casework,
                        staff,
                        Visitors.in(database, InstantSource.fixed(PreparedPeople.NOW))),
                new PackageFolders(List.of(packages)),
                new SecureRandom(),
                listening,
                RequestWatch.NONE);
        app.start();
    }

    private StaffServices staff(InstantSource clock) {
        AuditLog audit = new StoredAuditLog(database, clock);
        return new StaffServices(
                new StaffLogin(database, Colleague.DEMO, name -> OPERATOR_PASSWORD, clock),
                (filter, employer, after) -> new QueuePage(applications.waiting(ApplicationState.REVIEW), ""),
                new ServiceCounter(database, applications, casework, new NoNotices(), audit, clock),
                new PreparedCertificateActs(),
                (asked, employer) -> people.first(100),
                audit);
    }

    @Override
    public void close() {
        app.close();
        database.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (File file : Objects.requireNonNull(packages.toFile().listFiles())) {
            file.delete();
        }
        packages.toFile().delete();
    }

    private static final class NoNotices implements Notices {
        @Override
        public void sms(Phone to, String text) {}

        @Override
        public void email(String to, String subject, String text) {}

        @Override
        public void call(Phone to, Phone from, String text) {}
    }

    private static final class NoAuthority implements CertificationAuthority {
        @Override
        public Optional<byte[]> revocationList(String authority) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> deltaList(String authority) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> authorityCertificate(String authority) {
            return Optional.empty();
        }
    }

    private static final class OneCode implements LoginCodes {
        @Override
        public CodeSent send(Phone phone) {
            Instant now = PreparedPeople.NOW;
            return new CodeSent(Message.Kind.CALL, 4, now.plusSeconds(120), now.plusSeconds(600));
        }

        @Override
        public void use(Phone phone, String code) {
            if (!code.equals(CODE)) {
                throw new Problem(ProblemCode.CODE_WRONG, "wrong");
            }
        }
    }

    private final class OneLogin implements CertificateLogin {
        @Override
        public String challenge() {
            return "n".repeat(43);
        }

        @Override
        public Login verify(String origin, String nonce, String text, byte[] cms) {
            if (!text.equals(origin + " " + nonce)) {
                throw new Problem(ProblemCode.SIGNATURE_INVALID, "another text");
            }
            return new Login(
                    PreparedPeople.ANNA,
                    people.certificate(PreparedPeople.FRESH).orElseThrow().issued());
        }
    }

    private static final class FullInbox implements Inbox {
        private static final Instant NOW = PreparedPeople.NOW;

        @Override
        public List<Message> latest(int limit) {
            return List.of(
                    new Message(
                            "m3",
                            Message.Kind.EMAIL,
                            "anna@example.ru",
                            "uc@example.ru",
                            "Сертификат выпущен",
                            "Здравствуйте!\nОткройте заявку и установите сертификат.",
                            NOW),
                    new Message(
                            "m2",
                            Message.Kind.SMS,
                            "+79000000001",
                            "УЦ демо",
                            "",
                            "Код 123456. Никому его не сообщайте.",
                            NOW.minus(Duration.ofMinutes(2))),
                    new Message(
                            "m1",
                            Message.Kind.CALL,
                            "+79000000001",
                            "+74950004711",
                            "",
                            "Звонок на 20 секунд. <b>Код</b> — последние 4 цифры номера.",
                            NOW.minus(Duration.ofMinutes(9))));
        }

        @Override
        public List<Message> latestTo(String address, int limit) {
            return latest(limit).stream()
                    .filter(one -> one.to().equals(address))
                    .toList();
        }
    }
}
