// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The links in {@code /dev/disk} by which udev names file systems: by their serial numbers and by their labels. */
final class DiskLinks {
    /** In which a Russian Windows writes the labels of FAT. */
    private static final String RUSSIAN_DOS = "IBM866";

    private final Path folder;

    /** @param dev {@code /dev} */
    DiskLinks(Path dev) {
        this.folder = dev.resolve("disk");
    }

    /** The UUID, or the serial number of FAT and NTFS, of the file system on that device. */
    Optional<String> uuid(String device) {
        return link("by-uuid", device);
    }

    /** The label of the file system on that device. */
    Optional<String> label(String device) {
        return link("by-label", device).map(DiskLinks::plain).filter(label -> !label.isBlank());
    }

    private Optional<String> link(String kind, String device) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(folder.resolve(kind), Files::isSymbolicLink)) {
            for (Path each : links) {
                Path target = Files.readSymbolicLink(each).getFileName();
                Path name = each.getFileName();
                if (name != null && target != null && target.toString().equals(device)) {
                    return Optional.of(name.toString());
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Undoes udev's escapes, {@code \x20} for one octet, among them those of a label that is not UTF-8. */
    static String plain(String link) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < link.length(); ) {
            if (link.startsWith("\\x", i)
                    && link.length() >= i + 4
                    && link.substring(i + 2, i + 4).matches("[0-9a-fA-F]{2}")) {
                octets.write(Integer.parseInt(link.substring(i + 2, i + 4), 16));
                i += 4;
            } else {
                int next = link.offsetByCodePoints(i, 1);
                octets.writeBytes(link.substring(i, next).getBytes(StandardCharsets.UTF_8));
                i = next;
            }
        }
        return text(octets.toByteArray());
    }

    private static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            Charset dos = Charset.isSupported(RUSSIAN_DOS) ? Charset.forName(RUSSIAN_DOS) : StandardCharsets.ISO_8859_1;
            return new String(octets, dos);
        }
    }
}
