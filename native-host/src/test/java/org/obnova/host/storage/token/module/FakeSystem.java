// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.obnova.host.settings.ModuleSetting;
import org.obnova.host.storage.token.module.Surroundings.SystemKind;

/** A computer in a folder: libraries that are headers only, configurations, devices. */
final class FakeSystem {
    static final int X86_64 = 0x3E;
    static final int AARCH64 = 0xB7;

    private final Path root;
    private final SystemKind kind;

    FakeSystem(Path root, SystemKind kind) {
        this.root = root;
        this.kind = kind;
    }

    Path path(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    Path write(String absolute, byte[] content) throws IOException {
        Path file = path(absolute);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    Path write(String absolute, String content) throws IOException {
        return write(absolute, content.getBytes(StandardCharsets.UTF_8));
    }

    Path library(String absolute) throws IOException {
        return write(absolute, elf(X86_64));
    }

    void usb(String port, String vendor, String product) throws IOException {
        write("/sys/bus/usb/devices/" + port + "/idVendor", vendor + "\n");
        write("/sys/bus/usb/devices/" + port + "/idProduct", product + "\n");
    }

    Surroundings surroundings() throws IOException {
        Map<String, String> environment = Map.of(
                "HOME", path("/home/me").toString(),
                "SystemRoot", "C:\\Windows",
                "ProgramFiles", "C:\\Program Files");
        return new Surroundings(kind, Processor.X86_64, root, environment, person());
    }

    Modules search(ModuleSetting... named) throws IOException {
        return new ModuleSearch(surroundings()).search(List.of(named), true);
    }

    int person() throws IOException {
        return (Integer) Files.getAttribute(root, "unix:uid");
    }

    static byte[] elf(int machine) {
        ByteBuffer header = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1});
        return header.putShort(16, (short) 3).putShort(18, (short) machine).array();
    }

    static byte[] pe(int machine) {
        ByteBuffer header = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {'M', 'Z'}).putInt(60, 128);
        header.put(128, new byte[] {'P', 'E', 0, 0});
        return header.putShort(132, (short) machine).array();
    }

    static byte[] machO(int... types) {
        ByteBuffer header = ByteBuffer.allocate(256).order(ByteOrder.BIG_ENDIAN);
        if (types.length == 1) {
            return header.order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0xFEEDFACF)
                    .putInt(types[0])
                    .array();
        }
        header.putInt(0xCAFEBABE).putInt(types.length);
        for (int i = 0; i < types.length; i++) {
            header.putInt(8 + 20 * i, types[i]);
        }
        return header.array();
    }
}
