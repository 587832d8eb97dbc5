// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.task.Language;
import org.obnova.host.workstation.Words;

/** The workstation's tables as JSON, the names those of {@code workstation.check}. */
final class WorkstationJson {
    private WorkstationJson() {}

    static void rows(PrintStream to, String service, List<WorkstationRow> rows, Language language) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeStringField("service", service);
            out.writeArrayFieldStart("components");
            for (WorkstationRow each : rows) {
                out.writeStartObject();
                out.writeStringField("id", each.target().id());
                out.writeStringField("kind", each.target().kind().wireName());
                out.writeStringField("scope", each.target().scope().wireName());
                out.writeStringField("title", each.target().title().in(language));
                out.writeStringField("status", each.state().status().wireName());
                out.writeStringField("detail", each.state().detail().in(language));
                Words hint = each.state().hint();
                if (hint != null) {
                    out.writeStringField("hint", hint.in(language));
                }
                Fault fault = each.fault();
                if (fault != null) {
                    out.writeStringField("error", fault.code().wireName());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        print(to, octets);
    }

    static void plan(PrintStream to, String service, List<List<String>> cells) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonWriter out = JsonText.writer(octets)) {
            out.writeStartObject();
            out.writeStringField("service", service);
            out.writeArrayFieldStart("plan");
            for (List<String> each : cells) {
                out.writeStartObject();
                out.writeStringField("target", each.get(0));
                out.writeStringField("kind", each.get(1));
                out.writeStringField("place", each.get(2));
                out.writeStringField("detail", each.get(3));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        print(to, octets);
    }

    private static void print(PrintStream to, ByteArrayOutputStream octets) {
        to.writeBytes(octets.toByteArray());
        to.println();
    }
}
