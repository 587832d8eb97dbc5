// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.Fault;
import org.obnova.host.person.Workplace;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.token.TestToken;

/** Runs a renewal with a mishap at one call, and judges what is left. */
final class Sweep {
    /** A call that takes longer hangs. Long enough for a busy machine. */
    private static final Duration PATIENCE = Duration.ofMillis(Integer.getInteger("obnova.faults.patience", 2000));

    private final Path folder;
    private final Map<Manner, Prepared> prepared = new ConcurrentHashMap<>();

    /**
     * One fault.
     *
     * @param call its number in the renewal, from 1
     */
    record Point(Manner manner, Mishap mishap, int call) {
        @Override
        public String toString() {
            return manner + " " + mishap + " at call " + call;
        }
    }

    /**
     * What came of it.
     *
     * @param loss what was lost, or was not as it should be; null: nothing
     */
    record Outcome(Point point, @Nullable String loss) {}

    /**
     * What the points start from.
     *
     * @param calls of an undisturbed renewal
     */
    private record Prepared(Path site, Site.Certificates certificates, int calls, int containers) {}

    Sweep(Path folder) {
        this.folder = folder;
    }

    /** How many calls an undisturbed renewal makes. */
    int calls(Manner manner) {
        return prepared(manner).calls();
    }

    private Prepared prepared(Manner manner) {
        return prepared.computeIfAbsent(manner, this::prepare);
    }

    private Prepared prepare(Manner manner) {
        Path site = folder.resolve("prepared-" + manner);
        Site.Certificates certificates = Site.prepare(manner, site, Duration.ofSeconds(15));
        Path undisturbed = folder.resolve("undisturbed-" + manner);
        try (Site whole = Site.copyOf(site, manner, undisturbed, Duration.ofSeconds(15))) {
            whole.journey(certificates, Site.otherSide());
            int calls = counted(whole.token());
            return new Prepared(site, certificates, calls, containers(whole).size());
        }
    }

    private static List<KeyContainer> containers(Site site) {
        return site.host().storages().all().stream()
                .map(KeyStorage::containers)
                .flatMap(List::stream)
                .toList();
    }

    private static int counted(TestToken token) {
        return (int) token.calls().stream()
                .filter(line -> !line.contains(" C_WaitForSlotEvent "))
                .count();
    }

    Outcome run(Point point) {
        Prepared before = prepared(point.manner());
        Path home = folder.resolve(point.manner() + "-" + point.mishap() + "-" + point.call());
        OtherSide otherSide = Site.otherSide();
        try (Site site = Site.copyOf(before.site(), point.manner(), home, PATIENCE)) {
            site.token().order(point.mishap().at(point.call()));
            Optional<Fault> error = interrupted(site, before, otherSide);
            site.token().order();
            judge(site, before, otherSide, point, error);
            return new Outcome(point, null);
        } catch (Fault | AssertionError e) {
            return new Outcome(point, described(e));
        } finally {
            delete(home);
        }
    }

    private static String described(Throwable e) {
        String what =
                e instanceof Fault fault ? fault.code() + ": " + fault.getMessage() : String.valueOf(e.getMessage());
        Throwable origin = e.getCause() == null ? e : e.getCause();
        return what
                + Stream.of(origin.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("org.obnova."))
                        .limit(12)
                        .map(frame -> "\n    " + frame.getFileName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining());
    }

    private static Optional<Fault> interrupted(Site site, Prepared before, OtherSide otherSide) {
        try {
            site.journey(before.certificates(), otherSide);
            return Optional.empty();
        } catch (Fault e) {
            return Optional.of(e);
        }
    }

    private static void judge(Site site, Prepared before, OtherSide otherSide, Point point, Optional<Fault> error) {
        error.ifPresent(fault -> {
            if (!point.mishap().isNamedBy(fault.code())) {
                throw new AssertionError("the error is " + fault.code() + ": " + fault.getMessage(), fault);
            }
        });
        site.sign(before.certificates().onComputer());
        noTryIsSpent(site);
        if (!site.token().isInserted()) {
            site.token().insert();
        }
        try {
            site.sign(before.certificates().onToken());
            site.journey(before.certificates(), otherSide);
        } catch (Fault e) {
            throw new AssertionError("afterwards: " + e.code() + ": " + e.getMessage() + ", after " + error, e);
        }
        whole(site, before, otherSide);
        noTryIsSpent(site);
    }

    private static void noTryIsSpent(Site site) {
        require(
                site.token().triesLeft() == 10,
                "tries of the PIN left: " + site.token().triesLeft());
        // An answer that somebody is logged in already came without a look at the PIN.
        long logins = site.token().calls().stream()
                .filter(line -> line.contains(" C_Login ") && !line.contains(" 0x100"))
                .count();
        require(logins <= site.entries(), logins + " logins for " + site.entries() + " entries of the person");
    }

    private static void whole(Site site, Prepared before, OtherSide otherSide) {
        String issued = Thumbprint.sha256(otherSide.issued());
        List<Renewal> all = site.host().renewals().list(Workplace.ORIGIN).stream()
                .filter(each -> issued.equals(each.certificate()))
                .toList();
        require(all.size() == 1, "renewals of the certificate: " + all);
        RenewalState state = all.getFirst().state();
        require(state.compareTo(RenewalState.INSTALLED) >= 0, "the renewal is " + state);
        site.sign(before.certificates().onToken());
        site.sign(issued);
        site.sign(before.certificates().onComputer());
        // A key that nobody asked for twice is no loss, and is kept: one too many may lie there, none too few.
        int containers = containers(site).size();
        require(containers >= before.containers(), containers + " containers, and not " + before.containers());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static void delete(Path home) {
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
