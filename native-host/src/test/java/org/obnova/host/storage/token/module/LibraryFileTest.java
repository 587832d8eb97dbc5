// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.storage.token.module.LibraryFile.Format;

class LibraryFileTest {
    @TempDir
    Path folder;

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("ELF x86-64", FakeSystem.elf(0x3E), Format.ELF, Set.of(Processor.X86_64)),
                Arguments.of("ELF ARM64", FakeSystem.elf(0xB7), Format.ELF, Set.of(Processor.AARCH64)),
                Arguments.of("ELF x86", FakeSystem.elf(3), Format.ELF, Set.of(Processor.X86)),
                Arguments.of("ELF RISC-V", FakeSystem.elf(0xF3), Format.ELF, Set.of(Processor.OTHER)),
                Arguments.of("PE x86-64", FakeSystem.pe(0x8664), Format.PE, Set.of(Processor.X86_64)),
                Arguments.of("PE x86", FakeSystem.pe(0x14C), Format.PE, Set.of(Processor.X86)),
                Arguments.of("Mach-O ARM64", FakeSystem.machO(0x0100000C), Format.MACH_O, Set.of(Processor.AARCH64)),
                Arguments.of(
                        "Mach-O universal",
                        FakeSystem.machO(0x01000007, 0x0100000C),
                        Format.MACH_O,
                        Set.of(Processor.X86_64, Processor.AARCH64)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void read_tellTheProcessor(String name, byte[] header, Format format, Set<Processor> processors)
            throws IOException {
        assertThat(LibraryFile.read(Files.write(folder.resolve(name), header)))
                .contains(new LibraryFile(format, processors));
    }

    static Stream<Arguments> strangers() {
        byte[] program = FakeSystem.elf(0x3E);
        program[16] = 1; // A relocatable object.
        byte[] beyond = FakeSystem.pe(0x8664);
        beyond[63] = (byte) 0xFF; // The header lies four gigabytes behind.
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("cut off", new byte[] {0x7F, 'E', 'L', 'F'}),
                Arguments.of("text", "#!/bin/sh\n".repeat(20).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("object file", program),
                Arguments.of("PE beyond its end", beyond),
                Arguments.of(
                        "class file of Java",
                        ByteBuffer.allocate(64).putInt(0xCAFEBABE).putInt(69).array()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void read_refuseWhatIsNoLibrary(String name, byte[] content) throws IOException {
        assertThat(LibraryFile.read(Files.write(folder.resolve(name), content))).isEmpty();
    }

    @Test
    void read_openNeitherFoldersNorPipes() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(LibraryFile.read(pipe)).isEmpty();
        assertThat(LibraryFile.read(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "x86_64"})
    void processor_isKnownByEachOfItsNames(String name) {
        assertThat(Processor.ofName(name)).isEqualTo(Processor.X86_64);
    }

    @Test
    void read_tellTheProcessorOfThisSystemsOwnLibraries() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "lib", "libjava.so");

        assertThat(LibraryFile.read(java).orElseThrow().processors())
                .containsExactly(Processor.ofName(System.getProperty("os.arch")));
    }
}
