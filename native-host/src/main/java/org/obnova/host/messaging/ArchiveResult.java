// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.JsonWriter;

/** The results of what is done with copies and old keys. */
public sealed interface ArchiveResult extends WorkResult {
    /**
     * Of {@code backups.list}.
     *
     * @param incomplete whether a list that was damaged is kept aside
     */
    record Backups(
            List<Backup> backups,
            boolean incomplete,
            @Nullable String next) implements ArchiveResult {
        /** One copy. */
        public record Backup(String certificate, String storage, String storageLabel, Instant made, boolean present) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("backups");
            for (Backup backup : backups) {
                out.writeStartObject();
                out.writeStringField("certificate", backup.certificate());
                out.writeStringField("storage", backup.storage());
                out.writeStringField("storageLabel", backup.storageLabel());
                WorkResult.writeTime(out, "made", backup.made());
                out.writeBooleanField("present", backup.present());
                out.writeEndObject();
            }
            out.writeEndArray();
            if (incomplete) {
                out.writeBooleanField("incomplete", true);
            }
            WorkResult.writeOptional(out, "next", next);
        }
    }

    /** Of {@code container.archive}. */
    record Archived(List<String> archived, List<Left> left) implements ArchiveResult {
        /** One that was not archived; the reason is an error code's name. */
        public record Left(String certificate, String reason) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("archived");
            for (String certificate : archived) {
                out.writeString(certificate);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("left");
            for (Left each : left) {
                out.writeStartObject();
                out.writeStringField("certificate", each.certificate());
                out.writeStringField("reason", each.reason());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    /** Of {@code document.decrypt}: a part of the content. */
    record Decrypted(
            Der content,
            String certificate,
            int offset,
            int total,
            @Nullable String next) implements ArchiveResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeStringField("content", content.base64());
            out.writeStringField("certificate", certificate);
            out.writeNumberField("offset", offset);
            out.writeNumberField("total", total);
            WorkResult.writeOptional(out, "next", next);
        }
    }
}
