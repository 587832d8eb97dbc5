// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of processors, with their numbers in the three formats of libraries (0 where a format has none). */
public enum Processor {
    X86_64("x86-64", List.of("amd64", "x86_64"), 0x3E, 0x8664, 0x01000007),
    AARCH64("ARM64", List.of("aarch64", "arm64"), 0xB7, 0xAA64, 0x0100000C),
    X86("x86", List.of("x86", "i386", "i486", "i586", "i686"), 0x03, 0x14C, 0x07),
    ARM("ARM", List.of("arm", "armv7l"), 0x28, 0x1C4, 0x0C),
    OTHER("?", List.of(), 0, 0, 0);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> names;

    private final int elf;
    private final int pe;
    private final int machO;

    Processor(String label, List<String> names, int elf, int pe, int machO) {
        this.label = label;
        this.names = names;
        this.elf = elf;
        this.pe = pe;
        this.machO = machO;
    }

    /** The processor for which this program runs; the system property {@code os.arch}. */
    public static Processor ofName(String osArch) {
        String lower = osArch.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.names.contains(lower))
                .findFirst()
                .orElse(OTHER);
    }

    /** What a person calls it. */
    public String label() {
        return label;
    }

    static Processor ofElf(int machine) {
        return Arrays.stream(values())
                .filter(each -> each.elf == machine)
                .findFirst()
                .orElse(OTHER);
    }

    static Processor ofPe(int machine) {
        return Arrays.stream(values())
                .filter(each -> each.pe == machine)
                .findFirst()
                .orElse(OTHER);
    }

    static Processor ofMachO(int type) {
        return Arrays.stream(values())
                .filter(each -> each.machO == type)
                .findFirst()
                .orElse(OTHER);
    }
}
