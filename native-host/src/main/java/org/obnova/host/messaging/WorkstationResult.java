// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.JsonWriter;

/** The results about the workstation; texts are in the language of {@code hello}. */
public sealed interface WorkstationResult extends WorkResult {
    /** A service that can be chosen. */
    record Service(String name, String title, List<String> origins, List<String> needs) {}

    /** One target as it stands; kind, scope and status are wire names. */
    record Component(
            String id,
            String kind,
            String scope,
            String title,
            String status,
            @Nullable String version,
            String detail,
            @Nullable String hint) {}

    /** What one target's install would do. */
    record Planned(String target, String scope, List<Change> changes) {}

    /** One thing that would be done; the kind is a wire name. */
    record Change(String kind, String place, String detail) {}

    /** The computer. */
    record Computer(String os, String version, String arch) {}

    /** The plan as a file. */
    record SetupFile(String name, Der content) {}

    /**
     * Of {@code workstation.check}.
     *
     * @param service the name of the one that was checked
     * @param command for the administrator; null where nothing is left to do for one
     * @param restart a wire name; null where nothing has to be restarted
     */
    record Checked(
            List<Service> services,
            String service,
            Computer computer,
            List<Component> components,
            List<Planned> plan,
            @Nullable String command,
            @Nullable SetupFile file,
            @Nullable String restart)
            implements WorkstationResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("services");
            for (Service each : services) {
                out.writeStartObject();
                out.writeStringField("name", each.name());
                out.writeStringField("title", each.title());
                WorkstationResult.writeTexts(out, "origins", each.origins());
                WorkstationResult.writeTexts(out, "needs", each.needs());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeStringField("service", service);
            out.writeObjectFieldStart("system");
            out.writeStringField("os", computer.os());
            out.writeStringField("version", computer.version());
            out.writeStringField("arch", computer.arch());
            out.writeEndObject();
            out.writeArrayFieldStart("components");
            for (Component each : components) {
                write(out, each);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("plan");
            for (Planned each : plan) {
                write(out, each);
            }
            out.writeEndArray();
            WorkResult.writeOptional(out, "command", command);
            if (file != null) {
                out.writeObjectFieldStart("file");
                out.writeStringField("name", file.name());
                out.writeStringField("content", file.content().base64());
                out.writeEndObject();
            }
            WorkResult.writeOptional(out, "restart", restart);
        }

        private static void write(JsonWriter out, Component each) throws IOException {
            out.writeStartObject();
            out.writeStringField("id", each.id());
            out.writeStringField("kind", each.kind());
            out.writeStringField("scope", each.scope());
            out.writeStringField("title", each.title());
            out.writeStringField("status", each.status());
            WorkResult.writeOptional(out, "version", each.version());
            out.writeStringField("detail", each.detail());
            WorkResult.writeOptional(out, "hint", each.hint());
            out.writeEndObject();
        }

        private static void write(JsonWriter out, Planned each) throws IOException {
            out.writeStartObject();
            out.writeStringField("target", each.target());
            out.writeStringField("scope", each.scope());
            out.writeArrayFieldStart("changes");
            for (Change change : each.changes()) {
                out.writeStartObject();
                out.writeStringField("kind", change.kind());
                out.writeStringField("place", change.place());
                out.writeStringField("detail", change.detail());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    /** Of {@code workstation.install} and {@code workstation.uninstall}. */
    record Changed(List<Outcome> targets, String restart) implements WorkstationResult {
        /** How one target went. */
        public record Outcome(
                String id, String status, @Nullable Failure error) {}

        /** Why it did not. */
        public record Failure(String name, String message, String hint) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("targets");
            for (Outcome each : targets) {
                out.writeStartObject();
                out.writeStringField("id", each.id());
                out.writeStringField("status", each.status());
                Failure error = each.error();
                if (error != null) {
                    out.writeObjectFieldStart("error");
                    out.writeStringField("name", error.name());
                    out.writeStringField("message", error.message());
                    out.writeStringField("hint", error.hint());
                    out.writeEndObject();
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeStringField("restart", restart);
        }
    }

    /** Of {@code workstation.restart}: the system has agreed. */
    record Restarting() implements WorkstationResult {
        @Override
        public void writeFields(JsonWriter out) {
            out.writeBooleanField("restarting", true);
        }
    }

    private static void writeTexts(JsonWriter out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String each : texts) {
            out.writeString(each);
        }
        out.writeEndArray();
    }
}
