// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file is, by its first bytes. */
public enum FileFormat {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    GIF("gif", "image/gif"),
    TIFF("tif", "image/tiff"),
    PDF("pdf", "application/pdf"),
    BMP("bmp", "image/bmp"),
    /** Photos of phones; read where the program heif-convert is installed. */
    HEIC("heic", "image/heic"),
    /** A machine-readable power of attorney, and nothing else. */
    XML("xml", "application/xml");

    private static final Set<String> HEIF_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1");
    private static final int BMP_HEADER = 26;

    private final String extension;
    private final String mediaType;

    FileFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    /** As of RFC 6838. */
    public String mediaType() {
        return mediaType;
    }

    /** As people write it. */
    public String label() {
        return this == JPEG ? "JPG" : this == TIFF ? "TIF" : name();
    }

    /** Formats as a page lists them. */
    public static String labels(Set<FileFormat> formats) {
        return formats.stream().sorted().map(FileFormat::label).collect(Collectors.joining(", "));
    }

    /** What a form's file field offers of these formats. */
    public static String accept(Set<FileFormat> formats) {
        return formats.stream()
                .sorted()
                .flatMap(format -> Stream.of("." + format.extension, format.mediaType))
                .collect(Collectors.joining(","));
    }

    /** The format of a file that begins so; nothing for any that is not taken anywhere. */
    static Optional<FileFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        return switch (this) {
            case JPEG -> starts(file, 0, 0xFF, 0xD8, 0xFF);
            case PNG -> starts(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
            case GIF -> starts(file, 0, 'G', 'I', 'F', '8', '7', 'a') || starts(file, 0, 'G', 'I', 'F', '8', '9', 'a');
            case TIFF -> starts(file, 0, 'I', 'I', 42, 0) || starts(file, 0, 'M', 'M', 0, 42);
            case PDF -> starts(file, 0, '%', 'P', 'D', 'F', '-');
            case BMP -> file.length > BMP_HEADER && starts(file, 0, 'B', 'M') && starts(file, 6, 0, 0, 0, 0);
            case XML ->
                starts(file, 0, '<', '?', 'x', 'm', 'l', ' ')
                        || starts(file, 0, 0xEF, 0xBB, 0xBF, '<', '?', 'x', 'm', 'l', ' ');
            case HEIC -> starts(file, 4, 'f', 't', 'y', 'p') && HEIF_BRANDS.contains(brand(file));
        };
    }

    private static String brand(byte[] file) {
        return file.length < 12 ? "" : new String(file, 8, 4, StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] file, int offset, int... bytes) {
        if (file.length < offset + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[offset + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
