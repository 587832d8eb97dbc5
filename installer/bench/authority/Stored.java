// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The database of a server that is not running, filled as years of work fill it: per past renewal a holder, two certificates, the application, its request,
 * job, signed documents and messages, of the sizes that a real renewal leaves. The audit log is left as it is.
 */
final class Stored implements AutoCloseable {
    private static final int BATCH = 5000;
    private static final int TEXT_BYTES = 1500;
    private static final int CMS_BYTES = 2300;
    private static final int STAMPED_BYTES = 4600;
    private static final String FORM = "{\"surname\":\"%s\",\"givenName\":\"%s\",\"patronymic\":\"\",\"snils\":\"%s\",\"inn\":\"%s\",\"email\":\"\"}";

    private final Connection connection;
    private final byte[] certificate;
    private final byte[] noise = new byte[STAMPED_BYTES];
    private final long now = Instant.now().toEpochMilli();

    /** Somebody who exists only here; surnames repeat, numbers do not. */
    record Person(int number, String surname, String givenName, String snils, String inn, String phone) {
        static Person number(int number) {
            String nine = String.format(Locale.ROOT, "%09d", 200_000_000 + number);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (9 - i) * (nine.charAt(i) - '0');
            }
            String inn = String.format(Locale.ROOT, "78%08d", number);
            inn += check(inn, new int[] {7, 2, 4, 10, 3, 5, 9, 4, 6, 8});
            inn += check(inn, new int[] {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8});
            return new Person(
                    number,
                    "Мерный" + Integer.toString(number % 10_000, 36).replaceAll("[0-9a-z]", "ов").substring(0, 2),
                    "Опыт",
                    nine + String.format(Locale.ROOT, "%02d", sum % 101 % 100),
                    inn,
                    String.format(Locale.ROOT, "+7901%07d", number));
        }

        String id() {
            return "bench-" + number;
        }

        private static int check(String digits, int[] weights) {
            int sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * (digits.charAt(i) - '0');
            }
            return sum % 11 % 10;
        }
    }

    Stored(Path database) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        connection.createStatement().execute("PRAGMA synchronous = OFF");
        connection.setAutoCommit(false);
        try (ResultSet any = connection.createStatement().executeQuery("SELECT der FROM certificate LIMIT 1")) {
            certificate = any.getBytes(1);
        }
        new Random(1).nextBytes(noise);
    }

    /** Adds renewals that were finished long ago, of the people with these numbers. */
    void addPast(int from, int to) throws SQLException {
        try (Rows rows = new Rows()) {
            for (int number = from; number < to; number++) {
                Person person = Person.number(number);
                String id = "past-" + number;
                rows.holder(person);
                String issued = rows.certificate(person, id, id, null);
                String old = rows.certificate(person, id + "-old", null, issued);
                rows.application(person, id, old, "DONE", issued);
                rows.left(id, issued, number);
                if (number % BATCH == 0) {
                    rows.flush();
                }
            }
        }
        connection.commit();
    }

    /** Adds people whose applications wait for the request of a new key; their ids. */
    List<List<String>> addWaiting(int firstPerson, int people, int each, String run) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (Rows rows = new Rows()) {
            for (int i = 0; i < people; i++) {
                Person person = Person.number(firstPerson + i);
                rows.holder(person);
                List<String> ids = new ArrayList<>();
                for (int k = 0; k < each; k++) {
                    String id = "bench" + run + "p" + i + "k" + k;
                    String old = rows.certificate(person, id + "-old", null, null);
                    rows.application(person, id, old, "REQUEST", null);
                    rows.document(id, "STATEMENT", old);
                    ids.add(id);
                }
                all.add(ids);
            }
        }
        connection.commit();
        return all;
    }

    /** How many issues are still to be made; asked beside the running server. */
    static int underWay(Path database) throws SQLException {
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + database);
                ResultSet count = reader.createStatement()
                        .executeQuery("SELECT count(*) FROM application WHERE state = 'ISSUING'")) {
            return count.getInt(1);
        }
    }

    /** Who called last: the code is in the number's last digits. */
    static String lastCaller(Path database, String phone) throws SQLException {
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + database);
                PreparedStatement last = reader.prepareStatement(
                        "SELECT sender FROM message WHERE recipient = ? ORDER BY ordinal DESC LIMIT 1")) {
            last.setString(1, phone);
            try (ResultSet found = last.executeQuery()) {
                return found.getString(1).replaceAll("\\D", "");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Rows in batches. */
    private final class Rows implements AutoCloseable {
        private final List<PreparedStatement> statements = new ArrayList<>();
        private int ordinal;
        private long message;
        private final PreparedStatement holder = of(
                "INSERT INTO holder (id, ordinal, common_name, surname, given_name, country, snils, inn, phone) VALUES (?,?,?,?,?,'RU',?,?,?)");
        private final PreparedStatement binding = of("INSERT INTO phone_binding (phone, holder) VALUES (?,?)");
        private final PreparedStatement certificates = of(
                "INSERT INTO certificate (sha256, der, authority, serial, key_id, holder, application, replace, renewed_by, not_after)"
                        + " VALUES (?,?,'gost256',?,?,?,?,0,?,?)");
        private final PreparedStatement applications = of(
                "INSERT INTO application (id, kind, reason, read_only, holder, holder_kind, replaces, profile, typed, confirmed, phone, certificate_use, state,"
                        + " furthest, route, registers_agree, opened, changed, agreed, certificate, receipt, backed_up)"
                        + " VALUES (?,'RENEWAL','RENEWAL',0,?,'NATURAL_PERSON',?,'GOST256',?,?,?,'GENERAL',?,?,'SIGNATURE',1,?,?,?,?,null,0)");
        private final PreparedStatement requests =
                of("INSERT INTO request (application, der, key_info, key_id, received) VALUES (?,?,?,?,?)");
        private final PreparedStatement jobs =
                of("INSERT INTO job (id, application, state, due, attempts) VALUES (?,?,'done',?,1)");
        private final PreparedStatement documents = of(
                "INSERT INTO document (application, kind, title, text, cms, signer, signed, stamped) VALUES (?,?,'',?,?,?,?,?)");
        private final PreparedStatement messages = of(
                "INSERT INTO message (id, kind, recipient, sender, subject, text, sent, ordinal) VALUES (?,'SMS','+79000000000','CA','',?,?,?)");
        private final PreparedStatement registrations =
                of("INSERT INTO esia_registration (sha256, due, attempts, registered) VALUES (?,?,1,?)");

        Rows() throws SQLException {
            ordinal = (int) one("SELECT coalesce(max(ordinal), 0) FROM holder");
            message = one("SELECT coalesce(max(ordinal), 0) FROM message");
        }

        void holder(Person person) throws SQLException {
            row(
                    holder,
                    person.id(),
                    ++ordinal,
                    person.surname() + " " + person.givenName(),
                    person.surname(),
                    person.givenName(),
                    person.snils(),
                    person.inn(),
                    person.phone());
            row(binding, person.phone(), person.id());
        }

        /** One that ends in some months: nobody is to be reminded while the clock runs. */
        String certificate(Person person, String name, String application, String renewedBy) throws SQLException {
            String sha256 = String.format(Locale.ROOT, "%064x", new java.math.BigInteger(1, name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            long end = now + Duration.ofDays(61 + person.number() % 300).toMillis();
            row(certificates, sha256, certificate, name, name, person.id(), application, renewedBy, end);
            return sha256;
        }

        void application(Person person, String id, String replaces, String state, String issued) throws SQLException {
            String form = String.format(
                    Locale.ROOT, FORM, person.surname(), person.givenName(), person.snils(), person.inn());
            row(
                    applications, id, person.id(), replaces, form, form, person.phone(), state, state, now, now, now, issued);
        }

        void left(String id, String issued, int number) throws SQLException {
            row(requests, id, new byte[500], new byte[104], id, now);
            row(jobs, id, id, now);
            document(id, "STATEMENT", issued);
            document(id, "RECEIPT", issued);
            row(messages, "m1-" + number, "Ваш новый сертификат готов.", now, ++message);
            row(messages, "m2-" + number, "Сертификат установлен.", now, ++message);
            row(registrations, issued, now, now);
        }

        void document(String id, String kind, String signer) throws SQLException {
            row(documents, id, kind, new byte[TEXT_BYTES], Arrays.copyOf(noise, CMS_BYTES), signer, now, noise);
        }

        private PreparedStatement of(String sql) {
            try {
                PreparedStatement statement = connection.prepareStatement(sql);
                statements.add(statement);
                return statement;
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private void row(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
        }

        void flush() throws SQLException {
            for (PreparedStatement statement : statements) {
                statement.executeBatch();
            }
        }

        private long one(String sql) throws SQLException {
            try (ResultSet found = connection.createStatement().executeQuery(sql)) {
                return found.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            flush();
            for (PreparedStatement statement : statements) {
                statement.close();
            }
        }
    }
}
