// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.JsonWriter;

/** The results of what keeps this computer in order. */
public sealed interface CareResult extends WorkResult {
    /** Of {@code sites.add}. */
    record SiteAdded(String origin, String name) implements CareResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeStringField("origin", origin);
            out.writeStringField("name", name);
        }
    }

    /** Of {@code sites.remove}. */
    record SiteRemoved(boolean removed) implements CareResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeBooleanField("removed", removed);
        }
    }

    /** Of {@code diagnostics.run}. */
    record Diagnosed(List<Finding> findings, @Nullable Bundle bundle) implements CareResult {
        /**
         * What one check found; the status is a wire name.
         *
         * @param reason a stable name, empty where all is well
         * @param fixed null where no repair was asked for
         */
        public record Finding(
                String id,
                String status,
                String reason,
                String title,
                String detail,
                String hint,
                boolean repairable,
                @Nullable Boolean fixed) {}

        /** The report for support, which the person has seen. */
        public record Bundle(String name, String base64) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("findings");
            for (Finding each : findings) {
                out.writeStartObject();
                out.writeStringField("id", each.id());
                out.writeStringField("status", each.status());
                out.writeStringField("reason", each.reason());
                out.writeStringField("title", each.title());
                out.writeStringField("detail", each.detail());
                out.writeStringField("hint", each.hint());
                out.writeBooleanField("repairable", each.repairable());
                Boolean fixed = each.fixed();
                if (fixed != null) {
                    out.writeBooleanField("fixed", fixed);
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            if (bundle != null) {
                out.writeObjectFieldStart("bundle");
                out.writeStringField("name", bundle.name());
                out.writeStringField("content", bundle.base64());
                out.writeEndObject();
            }
        }
    }
}
