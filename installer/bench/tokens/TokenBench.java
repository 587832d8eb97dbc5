// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.obnova.host.log.FileLog;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.Drivers;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;
import org.obnova.host.storage.token.wire.Mechanism;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.UserType;

/**
 * What listing certificates and signing take the host, through a driver process; on the image's own runtime. Arguments: MODULE PIN ROUNDS FOLDER.
 * Prints medians in microseconds, as the yardstick does, and the first list from nothing ("first").
 */
final class TokenBench {
    private static final long CKA_CLASS = 0;
    private static final long CKA_LABEL = 3;
    private static final long CKA_VALUE = 0x11;
    private static final long CKA_ID = 0x102;
    private static final long CKO_CERTIFICATE = 1;
    private static final long CKO_PRIVATE_KEY = 3;
    private static final long CKM_ECDSA = 0x1041;

    private TokenBench() {}

    /** Something that is timed. */
    private interface Work {
        void run() throws CkrException;
    }

    public static void main(String[] arguments) throws CkrException {
        int rounds = Integer.parseInt(arguments[2]);
        FileLog log = new FileLog(() -> Path.of(arguments[3], "host.log"), InstantSource.system());
        try (Drivers drivers = new DriverProcesses(LaunchCommand.ofThisProgram(), log, InstantSource.system())) {
            Driver driver = drivers.of(ModuleEntry.of("SoftHSM", Path.of(arguments[0])));
            System.out.printf("first %.1f%n", time(() -> list(driver)));
            long slot = slot(driver);
            try (Secret pin = Secret.owning(arguments[1].getBytes(StandardCharsets.UTF_8))) {
                driver.call(new Call.Login(slot, UserType.USER, pin));
            }
            System.out.printf("list %.1f %d%n", median(() -> list(driver), rounds), list(driver).size());
            long key = driver.call(
                            new Call.Find(slot, List.of(Attribute.of(CKA_CLASS, CKO_PRIVATE_KEY)), List.of()))
                    .getFirst()
                    .handle();
            Call.Sign sign = new Call.Sign(slot, key, Mechanism.of(CKM_ECDSA), new byte[32], null);
            System.out.printf("sign %.1f%n", median(() -> driver.call(sign), rounds));
        }
    }

    private static List<Found> list(Driver driver) throws CkrException {
        return driver.call(new Call.Find(
                slot(driver),
                List.of(Attribute.of(CKA_CLASS, CKO_CERTIFICATE)),
                List.of(CKA_ID, CKA_LABEL, CKA_VALUE)));
    }

    private static long slot(Driver driver) throws CkrException {
        return driver.call(new Call.Slots()).stream()
                .filter(each -> each.token() != null && each.token().label().equals("bench"))
                .mapToLong(SlotFacts::slotId)
                .findFirst()
                .orElseThrow();
    }

    private static double median(Work work, int rounds) throws CkrException {
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            times[i] = time(work);
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    private static double time(Work work) throws CkrException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e3;
    }
}
