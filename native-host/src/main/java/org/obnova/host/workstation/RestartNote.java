// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.platform.DurableFiles;

/**
 * Whether the computer must be restarted: a crypto provider that was upgraded counts only after a restart, since its drivers and services are loaded when the system starts. So the version that was seen first since
 * the computer was started is kept, with that start's id, and compared. What was upgraded before Obnova looked for the first time is not noticed. Held under {@link Workstation}'s lock.
 */
final class RestartNote {
    private static final int VERSION = 1;
    private static final int LONGEST = 64;

    private final Path file;
    private final DurableFiles files;
    private final BootId boot;
    private final InstalledProvider provider;

    RestartNote(Path file, DurableFiles files, BootId boot, InstalledProvider provider) {
        this.file = file;
        this.files = files;
        this.boot = boot;
        this.provider = provider;
    }

    /**
     * What is kept.
     *
     * @param boot the start it was seen in
     * @param provider the version that was seen then
     * @param needed whether another one was seen since
     */
    private record Seen(String boot, String provider, boolean needed) {}

    /** Looks anew. Where the note cannot be written the answer is the same, and is found again next time. */
    Restart look() {
        Optional<String> version = provider.version();
        Optional<String> now = version.isEmpty() ? Optional.empty() : boot.current();
        if (version.isEmpty() || now.isEmpty()) {
            return Restart.NONE;
        }
        Seen before = files.read(file)
                .map(RestartNote::read)
                .filter(each -> each.boot().equals(now.get()))
                .orElse(null);
        if (before == null) {
            write(new Seen(now.get(), version.get(), false));
            return Restart.NONE;
        }
        if (!before.needed() && !before.provider().equals(version.get())) {
            write(new Seen(before.boot(), before.provider(), true));
            return Restart.COMPUTER;
        }
        return before.needed() ? Restart.COMPUTER : Restart.NONE;
    }

    private void write(Seen seen) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeNumberField("formatVersion", VERSION);
            out.writeStringField("boot", seen.boot());
            out.writeStringField("provider", seen.provider());
            out.writeBooleanField("needed", seen.needed());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            files.replace(file, octets.toByteArray(), _ -> {});
        } catch (Fault e) {
            return; // A full disk is said by those who need it.
        }
    }

    /** Null where it is damaged or newer: then nothing was seen. */
    private static @Nullable Seen read(byte[] content) {
        try {
            Fields fields = Fields.of("", JsonText.read(content));
            Long version = fields.optionalWhole("formatVersion", 0, Integer.MAX_VALUE);
            return version == null || version != VERSION
                    ? null
                    : new Seen(
                            fields.text("boot", 1, LONGEST),
                            fields.text("provider", 1, LONGEST),
                            Boolean.TRUE.equals(fields.optionalTruth("needed")));
        } catch (JsonException e) {
            return null;
        }
    }
}
