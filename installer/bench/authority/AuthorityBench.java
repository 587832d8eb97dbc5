// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCSException;
import org.obnova.testkit.DemoServer;

/**
 * What the authority's work costs, over real HTTP, on a database that grows. Arguments: FOLDER SIZE[,SIZE...] (stored applications). Asserts nothing.
 *
 * <p>Costs are the server's processor time, so that the load's own threads and the machine's other programs count less; beside them stands the bare
 * cryptography, measured in the same run.
 */
final class AuthorityBench {
    private static final int PEOPLE = 300;
    private static final int AT_ONCE = 50;
    private static final int FROM_ONE_ADDRESS = 15;
    private static final int WARM = 4;
    private static final int MEASURED = 4;
    private static final int LOOKS = 60;
    private static final int ROUNDS = 21;
    private static final int BARE_ROUNDS = 400;

    private final Path data;
    private int filled;

    private AuthorityBench(Path data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        AuthorityBench bench = new AuthorityBench(Path.of(arguments[0]));
        System.out.println(" stored   start  certificate   bare  ratio    /s  page p50      p95  queue search    CRL   OCSP");
        int run = 0;
        for (String size : arguments[1].split(",")) {
            bench.at(Integer.parseInt(size), run++);
        }
    }

    private void at(int size, int run) throws Exception {
        if (run == 0) {
            DemoServer.start(data, "gost256", 0).close();
        }
        List<List<String>> waiting;
        try (Stored stored = new Stored(database())) {
            stored.addPast(1_000_000 + filled, 1_000_000 + size);
            filled = size;
            waiting = stored.addWaiting(1 + run * PEOPLE, PEOPLE, WARM + MEASURED, Integer.toString(run));
        }
        List<List<byte[]>> requests = requests(run);
        double started = System.nanoTime();
        try (DemoServer server = DemoServer.start(data, "gost256", 0)) {
            double start = (System.nanoTime() - started) / 1e6;
            ProcessHandle process =
                    ProcessHandle.current().children().findFirst().orElseThrow();
            List<Visitor> people = loggedIn(server, run);
            issue(people, waiting, requests, 0, WARM);
            double bare = Keys.bare(BARE_ROUNDS);
            double cpu = Cpu.of(process);
            double wall = System.nanoTime();
            issue(people, waiting, requests, WARM, WARM + MEASURED);
            double seconds = (System.nanoTime() - wall) / 1e9;
            double each = (Cpu.of(process) - cpu) / (PEOPLE * MEASURED);
            bare = (bare + Keys.bare(BARE_ROUNDS)) / 2;
            double[] pages = looks(people.subList(0, AT_ONCE), waiting);
            double[] others = others(server, run);
            System.out.printf(
                    Locale.ROOT,
                    "%7d %5.1f s %8.2f ms %6.2f %6.2f %5.0f %6.1f ms %5.1f ms %6.1f %6.1f %6.1f %6.1f%n",
                    size,
                    start / 1e3,
                    each,
                    bare,
                    bare / each,
                    PEOPLE * MEASURED / seconds,
                    pages[pages.length / 2],
                    pages[pages.length * 95 / 100],
                    others[0],
                    others[1],
                    others[2],
                    others[3]);
        }
    }

    private Path database() {
        return data.resolve("obnova.db");
    }

    private static List<List<byte[]>> requests(int run)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            List<byte[]> one = new ArrayList<>();
            for (int k = 0; k < WARM + MEASURED; k++) {
                one.add(Keys.request(Stored.Person.number(1 + run * PEOPLE + i)));
            }
            all.add(one);
        }
        return all;
    }

    private List<Visitor> loggedIn(DemoServer server, int run) throws IOException, InterruptedException, SQLException {
        List<Visitor> people = new ArrayList<>();
        HttpClient client = Visitor.from(1);
        for (int i = 0; i < PEOPLE; i++) {
            String phone = Stored.Person.number(1 + run * PEOPLE + i).phone();
            if (i % FROM_ONE_ADDRESS == 0) {
                client = Visitor.from(2 + i);
            }
            Visitor visitor = new Visitor(client, server.cabinet());
            visitor.get("/sign-in");
            visitor.submit("/sign-in/phone", Map.of("phone", phone));
            String caller = Stored.lastCaller(database(), phone);
            visitor.get("/sign-in/code");
            visitor.submit("/sign-in/code", Map.of("code", caller.substring(caller.length() - 4)));
            visitor.get("/");
            people.add(visitor);
        }
        return people;
    }

    /** Sends requests of everybody at once, and ends when all their certificates are committed. */
    private void issue(List<Visitor> people, List<List<String>> ids, List<List<byte[]>> requests, int from, int to)
            throws InterruptedException, ExecutionException, SQLException {
        atOnce(people, i -> {
            for (int k = from; k < to; k++) {
                String der = Base64.getEncoder().encodeToString(requests.get(i).get(k));
                people.get(i).post("/applications/" + ids.get(i).get(k) + "/request", "{\"request\":\"" + der + "\"}");
            }
            return true;
        });
        while (Stored.underWay(database()) > 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Milliseconds of each look at an application's page, sorted, while fifty people look as fast as they can. */
    private static double[] looks(List<Visitor> people, List<List<String>> ids)
            throws InterruptedException, ExecutionException {
        List<double[]> all = atOnce(people, i -> {
            double[] mine = new double[LOOKS];
            for (int look = -LOOKS; look < LOOKS; look++) {
                long start = System.nanoTime();
                people.get(i).get("/applications/" + ids.get(i).get(Math.abs(look) % WARM));
                mine[Math.max(look, 0)] = (System.nanoTime() - start) / 1e6;
            }
            return mine;
        });
        return all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** Medians in milliseconds: the operator's queue, a person searched by SNILS, the revocation list, an answer of OCSP. */
    private double[] others(DemoServer server, int run)
            throws IOException, InterruptedException, GeneralSecurityException, OCSPException, OperatorCreationException {
        List<String> login = Files.readAllLines(data.resolve("handout").resolve("operator-password.txt"));
        Visitor operator = new Visitor(Visitor.from(1), server.operator());
        operator.get("/");
        operator.submit("/sign-in", Map.of("name", login.get(0), "password", login.get(1)));
        operator.get("/");
        Map<String, String> search = Map.of("text", Stored.Person.number(1 + run * PEOPLE).snils());
        Visitor anybody = new Visitor(Visitor.from(1), server.cabinet());
        byte[] question = Keys.statusRequest(anybody.get("/ca/gost256.cer"), BigInteger.valueOf(run + 1));
        return new double[] {
            median(() -> operator.get("/")),
            median(() -> {
                operator.submit("/people/find", search);
                operator.get("/people");
            }),
            median(() -> anybody.get("/ca/gost256.crl")),
            median(() -> anybody.post("/ocsp", "application/ocsp-request", question))
        };
    }

    /** What is timed. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double median(Work work) throws IOException, InterruptedException {
        double[] times = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            times[Math.max(round, 0)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    /** What somebody does, by number. */
    private interface Doing<T> {
        T by(int person) throws Exception;
    }

    private static <T> List<T> atOnce(List<Visitor> people, Doing<T> doing)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                int number = i;
                futures.add(threads.submit(() -> doing.by(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
