// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.nio.file.Path;
import java.time.InstantSource;
import org.obnova.host.Main;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.FileLog;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.DriverProcesses;
import org.obnova.host.storage.token.driver.Drivers;
import org.obnova.host.storage.token.driver.LaunchCommand;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.wire.Call;

/**
 * A driver process, or with no arguments a host that starts one. No machine is sure to have a PKCS #11 module, and the cache shall not depend on which
 * it has: the module is missing, and what only a real one would load is named here.
 */
final class RehearsedDriver {
    private static final String WORKER = "org.obnova.host.storage.token.worker.";
    private static final String WIRE = "org.obnova.host.storage.token.wire.";
    private static final String WRAPPER = "iaik.pkcs.pkcs11.wrapper.";
    private static final String[] BEHIND_A_MODULE = {
        WORKER + "CallRunner",
        WORKER + "SlotWatch",
        WORKER + "TokenObjects",
        WORKER + "TokenSlots",
        WORKER + "TokenSlots$Visit",
        WORKER + "Values",
        WIRE + "Answer$Started",
        WIRE + "Answer$Refusal",
        WIRE + "Answer$Result",
        WIRE + "Attribute",
        WIRE + "Attribute$Flag",
        WIRE + "Attribute$Octets",
        WIRE + "Attribute$Value",
        WIRE + "Attribute$Whole",
        WIRE + "Call$CreateObject",
        WIRE + "Call$DestroyObject",
        WIRE + "Call$Find",
        WIRE + "Call$GenerateKeyPair",
        WIRE + "Call$Login",
        WIRE + "Call$Logout",
        WIRE + "Call$Ping",
        WIRE + "Call$SeedRandom",
        WIRE + "Call$SetAttributes",
        WIRE + "Call$Sign",
        WIRE + "Call$Slots",
        WIRE + "Call$Watch",
        WIRE + "Calls",
        WIRE + "Done",
        WIRE + "Found",
        WIRE + "Frame",
        WIRE + "KeyPair",
        WIRE + "Mechanism",
        WIRE + "SlotFacts",
        WIRE + "TokenInfo",
        WIRE + "UserType",
        WRAPPER + "CK_ATTRIBUTE",
        WRAPPER + "CK_C_INITIALIZE_ARGS",
        WRAPPER + "CK_DATE",
        WRAPPER + "CK_MECHANISM",
        WRAPPER + "CK_SESSION_INFO",
        WRAPPER + "CK_SLOT_INFO",
        WRAPPER + "CK_TOKEN_INFO",
        WRAPPER + "CK_VERSION",
        WRAPPER + "PKCS11Exception",
        WRAPPER + "PKCS11UTIL",
        // The first exception loads these.
        "org.xipki.pkcs11.wrapper.PKCS11Constants",
        "org.xipki.pkcs11.wrapper.TokenException"
    };

    private RehearsedDriver() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, CkrException {
        for (String name : BEHIND_A_MODULE) {
            Class.forName(name);
        }
        if (arguments.length > 0) {
            Main.main(arguments);
        }
        FileLog log = new FileLog(() -> Path.of("host.log"), InstantSource.system());
        try (Drivers drivers = new DriverProcesses(LaunchCommand.ofThisProgram(), log, InstantSource.system())) {
            drivers.of(ModuleEntry.of("missing", Path.of("missing.so"))).call(new Call.Slots());
        } catch (Fault expected) {
            return;
        }
    }
}
