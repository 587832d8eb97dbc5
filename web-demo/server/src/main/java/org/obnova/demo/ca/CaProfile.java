// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.util.Arrays;
import java.util.Optional;

/** What kind of keys an authority has and accepts. Its names are those of the command line and of the host's protocol. */
public enum CaProfile {
    /** GOST R 34.10-2012, 256 bit, parameter set id-GostR3410-2001-CryptoPro-XchA-ParamSet by default. */
    GOST256("gost256", "gost2012-256", "ГОСТ Р 34.10-2012, 256 бит", true),
    /** GOST R 34.10-2012, 512 bit, parameter set id-tc26-gost-3410-12-512-paramSetA. */
    GOST512("gost512", "gost2012-512", "ГОСТ Р 34.10-2012, 512 бит", true),
    /** ECDSA on P-256 with SHA-256. */
    EC("ec", "ec-p256", "ECDSA P-256", false),
    /** RSA, 3072 bit, with SHA-256. */
    RSA("rsa", "rsa-3072", "RSA 3072", false);

    private final String cliName;
    private final String protocolName;
    private final String title;
    private final boolean qualified;

    CaProfile(String cliName, String protocolName, String title, boolean qualified) {
        this.cliName = cliName;
        this.protocolName = protocolName;
        this.title = title;
        this.qualified = qualified;
    }

    /** The profile of that command-line name. */
    public static Optional<CaProfile> ofCliName(String name) {
        return Arrays.stream(values()).filter(p -> p.cliName.equals(name)).findFirst();
    }

    /** Name on the command line, in file names and in paths: {@code gost256}, {@code gost512}, {@code ec}, {@code rsa}. */
    public String cliName() {
        return cliName;
    }

    /** Name in the host's protocol, e.g. {@code gost2012-256}: what a page passes to {@code createRequest}. */
    public String protocolName() {
        return protocolName;
    }

    /** What people call the algorithm. */
    public String title() {
        return title;
    }

    /** Whether certificates follow order 795 (policies, signature tools, the word «квалифицированный»). */
    public boolean qualified() {
        return qualified;
    }
}
