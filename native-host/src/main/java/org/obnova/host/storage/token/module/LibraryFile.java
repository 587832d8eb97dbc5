// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The header of a shared library, read without loading it: for which system and processors it was made.
 *
 * @param processors several only in a universal file of macOS
 */
public record LibraryFile(Format format, Set<Processor> processors) {
    private static final int ELF_MAGIC = 0x7F454C46;
    private static final int ELF_SHARED = 3;
    private static final int PE_MAGIC = 0x50450000;
    private static final int MACH_O_64 = 0xFEEDFACF;
    private static final int MACH_O_32 = 0xFEEDFACE;
    private static final int MACH_O_FAT = 0xCAFEBABE;
    private static final int MOST_FAT = 16;

    /** The formats of shared libraries. */
    public enum Format {
        ELF,
        PE,
        MACH_O
    }

    /** Copies the set. */
    public LibraryFile {
        processors = Set.copyOf(processors);
    }

    /**
     * Reads the header of a file.
     *
     * @return empty where the file is no shared library of a known format
     */
    public static Optional<LibraryFile> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty(); // Opening a pipe would wait for whoever fills it.
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer head = part(channel, 0, 64);
            if (head.limit() < 64) {
                return Optional.empty();
            }
            int magic = head.getInt(0);
            if (magic == ELF_MAGIC) {
                return elf(head);
            }
            if (head.get(0) == 'M' && head.get(1) == 'Z') {
                return pe(channel, head);
            }
            return machO(channel, head, magic);
        }
    }

    private static Optional<LibraryFile> elf(ByteBuffer head) {
        head.order(head.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (head.getShort(16) != ELF_SHARED) {
            return Optional.empty();
        }
        return Optional.of(new LibraryFile(Format.ELF, Set.of(Processor.ofElf(head.getShort(18) & 0xFFFF))));
    }

    private static Optional<LibraryFile> pe(SeekableByteChannel channel, ByteBuffer head) throws IOException {
        long at = head.order(ByteOrder.LITTLE_ENDIAN).getInt(60) & 0xFFFFFFFFL;
        ByteBuffer header = part(channel, at, 6);
        if (header.limit() < 6 || header.getInt(0) != PE_MAGIC) {
            return Optional.empty();
        }
        int machine = header.order(ByteOrder.LITTLE_ENDIAN).getShort(4) & 0xFFFF;
        return Optional.of(new LibraryFile(Format.PE, Set.of(Processor.ofPe(machine))));
    }

    private static Optional<LibraryFile> machO(SeekableByteChannel channel, ByteBuffer head, int magic)
            throws IOException {
        int little = Integer.reverseBytes(magic);
        if (little == MACH_O_64 || little == MACH_O_32) {
            int type = head.order(ByteOrder.LITTLE_ENDIAN).getInt(4);
            return Optional.of(new LibraryFile(Format.MACH_O, Set.of(Processor.ofMachO(type))));
        }
        int count = head.order(ByteOrder.BIG_ENDIAN).getInt(4);
        // A class file of Java begins alike; there its version stands here, and is higher.
        if (magic != MACH_O_FAT || count < 1 || count > MOST_FAT) {
            return Optional.empty();
        }
        ByteBuffer entries = part(channel, 8, count * 20);
        Set<Processor> processors = EnumSet.noneOf(Processor.class);
        for (int i = 0; i + 20 <= entries.limit(); i += 20) {
            processors.add(Processor.ofMachO(entries.getInt(i)));
        }
        return Optional.of(new LibraryFile(Format.MACH_O, processors));
    }

    private static ByteBuffer part(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(from);
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) {
            read = channel.read(buffer);
        }
        return buffer.flip();
    }
}
