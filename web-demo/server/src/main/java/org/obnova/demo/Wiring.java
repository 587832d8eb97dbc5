// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.accounts.AccountDirectory;
import org.obnova.demo.accounts.HandOverDesk;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.ServiceKind;
import org.obnova.demo.ca.SignatureCheck;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.ca.TokenSettings;
import org.obnova.demo.cmp.CmpResponder;
import org.obnova.demo.cmp.MachineRules;
import org.obnova.demo.documents.KeptUploads;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.DemoApplications;
import org.obnova.demo.enrolment.EnrolmentDesk;
import org.obnova.demo.enrolment.IssuingQueue;
import org.obnova.demo.enrolment.ReceiptCodes;
import org.obnova.demo.gateways.GatewaySettings;
import org.obnova.demo.gateways.Outbox;
import org.obnova.demo.holders.DemoPeople;
import org.obnova.demo.holders.Handout;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderDirectory;
import org.obnova.demo.holders.NonceLogin;
import org.obnova.demo.identity.Person;
import org.obnova.demo.media.MediaRules;
import org.obnova.demo.media.MediaRulesFile;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.OneTimeCodes;
import org.obnova.demo.notifications.PhoneLoginCodes;
import org.obnova.demo.notifications.PhoneProofCodes;
import org.obnova.demo.ocsp.StatusResponder;
import org.obnova.demo.recognition.ProcessPassportReader;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.reminders.ReminderPlan;
import org.obnova.demo.reminders.Reminders;
import org.obnova.demo.review.CaseDesk;
import org.obnova.demo.review.Casework;
import org.obnova.demo.review.ServiceCentres;
import org.obnova.demo.review.ServiceCounter;
import org.obnova.demo.review.StoredWorkQueue;
import org.obnova.demo.revocation.RevocationDesk;
import org.obnova.demo.staff.Colleague;
import org.obnova.demo.staff.StaffLogin;
import org.obnova.demo.store.DataFolder;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlSettings;
import org.obnova.demo.timestamp.TimeStampAuthority;
import org.obnova.demo.visitors.Visitors;
import org.obnova.demo.web.Services;
import org.obnova.demo.web.Sites;
import org.obnova.demo.web.StaffServices;
import org.obnova.demo.web.WebApp;
import org.obnova.demo.webdisk.PackageFolders;

/** Builds the server by hand. */
public final class Wiring implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Connections that may wait to be taken: Java's 50 turns people away who come at once. */
    private static final int MOST_WAITING = 1024;

    /** How many applications of the queue stand on a page. */
    private static final int ON_A_PAGE = 20;

    private final Handout handout;
    private final Sites sites;
    private final Database database;
    private final TestAuthority authority;
    private final HolderDirectory holders;
    private final AccountDirectory accounts;
    private final IssuingQueue queue;
    private final Outbox outbox;
    private final Reminders reminders;
    private final StateWiring state;
    private final AuditWiring audit;
    private final Services services;
    private final WatchWiring watch = new WatchWiring();
    private final WebApp web;

    /**
     * What a server is started with.
     *
     * @param port 0 for any free one
     * @param data folder of database, keys and handout
     * @param profile algorithm of the authorities and of new keys
     * @param issuingDelay how long the CA takes at least to issue
     * @param packages folders whose packages the setup page offers
     * @param gateways which messages leave the machine
     * @param regime how the CA works
     * @param postgresql the database that several servers share; null for SQLite in the data folder
     * @param uploads folder of the documents, which all servers on one database share; null for the one in the data folder
     * @param publicPort port of the sites' addresses, where a balancer stands before several servers; 0 for that of this server
     * @param token where the authorities' keys lie; null for files in the data folder
     */
    public record Settings(
            int port,
            Path data,
            CaProfile profile,
            Duration issuingDelay,
            List<Path> packages,
            GatewaySettings gateways,
            Regime regime,
            @Nullable PostgresqlSettings postgresql,
            @Nullable Path uploads,
            int publicPort,
            @Nullable TokenSettings token) {
        /** A server that people reach itself, with its documents in the data folder. */
        public Settings(
                int port,
                Path data,
                CaProfile profile,
                Duration issuingDelay,
                List<Path> packages,
                GatewaySettings gateways,
                Regime regime,
                @Nullable PostgresqlSettings postgresql) {
            this(port, data, profile, issuingDelay, packages, gateways, regime, postgresql, null, 0, null);
        }

        /** A server whose messages all land in the demo inbox, and which works as CAs do now. */
        public Settings(int port, Path data, CaProfile profile, Duration issuingDelay, List<Path> packages) {
            this(port, data, profile, issuingDelay, packages, GatewaySettings.NONE, RegimeFile.preset("current"), null);
        }

        /** The same server on another database. */
        public Settings on(@Nullable PostgresqlSettings shared) {
            return new Settings(
                    port, data, profile, issuingDelay, packages, gateways, regime, shared, uploads, publicPort, token);
        }
    }

    private Wiring(Settings settings, InstantSource clock, SecureRandom random, ServerSocketChannel listening)
            throws IOException {
        this.handout = new Handout(settings.data().resolve("handout"), random);
        // The port is bound first: certificates point to it.
        int port = ((InetSocketAddress) listening.getLocalAddress()).getPort();
        this.sites = new Sites(settings.publicPort() == 0 ? port : settings.publicPort());
        PostgresqlSettings shared = settings.postgresql();
        this.database = shared == null ? Database.open(DataFolder.sqlite(settings.data())) : Database.connect(shared);
        this.authority = TestAuthority.open(
                database,
                settings.data().resolve("ca"),
                settings.profile(),
                settings.token(),
                clock,
                random,
                sites.cabinet());
        this.audit = new AuditWiring(database, authority, settings.profile(), clock, random);
        Regime regime = settings.regime();
        this.holders =
                new HolderDirectory(database, authority.register(), clock, regime.heads() == Regime.Heads.SERVED);
        DemoInbox inbox = new DemoInbox(database, clock, random);
        this.outbox = new Outbox(database, inbox, settings.gateways(), clock, random);
        OneTimeCodes codes = new OneTimeCodes(database, clock, random);
        Supplier<Message.Kind> firstCode = () -> switch (regime.loginCode()) {
            case CALL_THEN_SMS -> Message.Kind.CALL;
            case SMS -> Message.Kind.SMS;
        };
        this.accounts = new AccountDirectory(
                database, holders, new PhoneProofCodes(codes, outbox, firstCode, random), outbox, clock, random);
        MediaRules media = MediaRulesFile.bundled();
        this.state = new StateWiring(database, authority.register(), this::applicant, clock);
        this.queue = new IssuingQueue(
                database,
                authority,
                outbox,
                regime,
                clock,
                settings.issuingDelay(),
                watch.metrics().issuing());
        this.reminders = new Reminders(database, holders, outbox, ReminderPlan.USUAL, clock);
        EnrolmentDesk desk = new EnrolmentDesk(
                authority,
                holders,
                new ReceiptCodes(codes, outbox),
                queue,
                state.registers(),
                regime,
                settings.profile(),
                media,
                clock,
                random);
        Path documents = settings.uploads();
        Path kept = documents == null ? settings.data().resolve("uploads") : documents;
        Uploads uploads = KeptUploads.open(database, kept, clock, random);
        AuditLog audit = new StoredAuditLog(database, clock);
        Casework casework = new CaseDesk(
                database, desk, desk.proceedings(), uploads, ServiceCentres.bundled(), regime, outbox, clock);
        MachineRules machineRules = MachineRules.of(settings.data());
        this.services = new Services(
                sites,
                settings.profile(),
                clock,
                authority,
                watch.metrics()
                        .statuses(
                                new StatusResponder(
                                        authority.services(ServiceKind.STATUS),
                                        authority.register()::standing,
                                        clock,
                                        random)::answer),
                watch.metrics()
                        .stamps(
                                new TimeStampAuthority(authority.timeStamps(settings.profile()), clock, random)
                                        ::answer),
                new CmpResponder(
                        database,
                        authority,
                        audit,
                        machineRules,
                        settings.profile(),
                        settings.issuingDelay(),
                        clock,
                        random)::answer,
                machineRules,
                holders,
                holders,
                accounts,
                new HandOverDesk(database, outbox, clock),
                new PhoneLoginCodes(codes, outbox, accounts::knows, firstCode, random),
                new NonceLogin(database, holders, new SignatureCheck(authority.register(), clock), clock, random),
                desk,
                media,
                inbox,
                regime,
                state.registers(),
                state.esia(),
                state.agencies(),
                new ProcessPassportReader(
                        ProcessPassportReader.Limits.USUAL,
                        System.getProperty("java.class.path"),
                        Optional.ofNullable(System.getenv("PATH")).orElse(""),
                        clock),
                uploads,
                casework,
                new StaffServices(
                        new StaffLogin(database, Colleague.DEMO, handout::staffPassword, clock),
                        new StoredWorkQueue(database, desk, clock, ON_A_PAGE),
                        new ServiceCounter(database, desk, casework, outbox, audit, clock),
                        new RevocationDesk(database, authority, holders, outbox, audit),
                        holders,
                        audit),
                Visitors.in(database, clock));
        watch.look(database, authority, queue, settings.profile(), List.of(settings.data(), kept));
        this.web = Portals.open(services, new PackageFolders(settings.packages()), random, listening, watch.requests());
    }

    /** Starts a server that answers when this returns. */
    public static Wiring start(Settings settings, InstantSource clock, SecureRandom random) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port()), MOST_WAITING);
        // Servers that share the folder make keys and people one after the other. The system gives the lock back when a
        // process ends, however it ends.
        Files.createDirectories(settings.data());
        try (FileChannel file = FileChannel.open(
                        settings.data().resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            return begin(settings, clock, random, listening);
        }
    }

    private static Wiring begin(
            Settings settings, InstantSource clock, SecureRandom random, ServerSocketChannel listening)
            throws IOException {
        if (settings.postgresql() != null) {
            DataFolder.moveToPostgresql(settings.data());
        }
        Wiring wiring = new Wiring(settings, clock, random, listening);
        Handout handout = wiring.handout;
        new DemoPeople(wiring.database, wiring.authority, wiring.holders, clock)
                .moveIn(settings.profile(), handout::keys);
        new DemoApplications(wiring.services.applications(), wiring.holders, settings.regime()).begin();
        Holder accountant = wiring.holders.first(1).getFirst();
        String email = accountant.id() + "@example.org";
        wiring.accounts.firstPassword(accountant, email, () -> handout.cabinetPassword(email));
        handout.settings(wiring.sites.extern(), wiring.sites.cabinet(), wiring.sites.setup(), wiring.authority);
        wiring.audit.start(settings.regime(), settings.profile());
        wiring.queue.start();
        wiring.state.esia().start();
        wiring.outbox.courier().start();
        wiring.reminders.start();
        wiring.web.start();
        return wiring;
    }

    /**
     * Opens health and figures on a port of the loopback address.
     *
     * @param port 0 for any free one
     * @return where they are
     */
    public URI watch(int port) throws IOException {
        return watch.listen(port);
    }

    /** Who stands in an application. */
    private Optional<Person> applicant(String application) {
        LocalDate today = LocalDate.ofInstant(services.clock().instant(), ZoneId.of("Europe/Moscow"));
        return services.applications()
                .find(application)
                .flatMap(known -> known.details().valid().read(today).whole());
    }

    /** Where the sites are. */
    public Sites sites() {
        return sites;
    }

    /** What the pages stand on. */
    public Services services() {
        return services;
    }

    @Override
    public void close() {
        web.close();
        reminders.close();
        queue.close();
        state.close();
        outbox.courier().close();
        audit.close();
        watch.close();
        database.close();
    }
}
