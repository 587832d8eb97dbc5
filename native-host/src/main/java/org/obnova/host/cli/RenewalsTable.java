// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.renewal.RenewalState;
import org.obnova.host.renewal.UnreadableRecord;
import org.obnova.host.storage.KeyStorage;

/** Prints renewals. */
final class RenewalsTable {
    private final Terminal terminal;

    RenewalsTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(List<Renewal> renewals, List<UnreadableRecord> unreadable, boolean asJson) throws IOException {
        if (asJson) {
            printJson(renewals, unreadable);
            return;
        }
        if (renewals.isEmpty()) {
            terminal.out().println(terminal.say("Обновлений нет.", "No renewals."));
        } else {
            printRows(renewals);
        }
        for (UnreadableRecord each : unreadable) {
            ErrorTexts.Text text =
                    ErrorTexts.of(each.fault(), terminal.language().tag());
            terminal.out().println();
            terminal.out().println(terminal.say("Не прочитано: ", "Not read: ") + each.renewal());
            terminal.out().println("  " + text.message());
            terminal.out().println("  " + text.hint());
        }
    }

    private void printRows(List<Renewal> renewals) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                terminal.say("изменено", "updated"),
                terminal.say("состояние", "state"),
                terminal.say("сайт", "site"),
                terminal.say("заявка", "application"),
                terminal.say("носитель", "medium"),
                "id"));
        for (Renewal each : renewals) {
            cells.add(List.of(
                    seconds(each.updated()),
                    state(terminal, each.state()),
                    each.origin(),
                    each.application(),
                    medium(each),
                    each.id()));
        }
        Columns.print(cells, terminal.out());
    }

    private String medium(Renewal renewal) {
        KeyStorage storage = renewal.storage();
        String name = storage == null ? "" : storage.label(terminal.language());
        if (!renewal.keyMissing()) {
            return name;
        }
        String missing = terminal.say("ключа нет под рукой", "the key is not at hand");
        return name.isEmpty() ? missing : name + " (" + missing + ")";
    }

    static String state(Terminal terminal, RenewalState state) {
        return switch (state) {
            case INTENDED -> terminal.say("начато, ключа ещё нет", "begun, no key yet");
            case KEY_MADE -> terminal.say("ключ создан", "key made");
            case REQUESTED -> terminal.say("запрос готов", "request made");
            case ISSUED -> terminal.say("сертификат получен", "certificate received");
            case RECEIPT_SIGNED -> terminal.say("расписка подписана", "receipt signed");
            case INSTALLED -> terminal.say("сертификат установлен", "certificate installed");
            case BACKED_UP -> terminal.say("есть резервная копия", "backed up");
            case ABANDONED -> terminal.say("вы отказались", "given up");
        };
    }

    private void printJson(List<Renewal> renewals, List<UnreadableRecord> unreadable) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("renewals");
            for (Renewal each : renewals) {
                out.writeStartObject();
                write(out, each);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("unreadable");
            for (UnreadableRecord each : unreadable) {
                out.writeStartObject();
                out.writeStringField("renewal", each.renewal());
                out.writeStringField("reason", each.fault().code().wireName());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }

    private void write(JsonWriter out, Renewal renewal) throws IOException {
        out.writeStringField("renewal", renewal.id());
        out.writeStringField("site", renewal.origin());
        out.writeStringField("application", renewal.application());
        out.writeStringField("state", renewal.state().wireName());
        out.writeStringField("algorithm", renewal.algorithm().wireName());
        KeyStorage storage = renewal.storage();
        if (storage != null) {
            out.writeStringField("storage", storage.id());
            out.writeStringField("storageLabel", storage.label(terminal.language()));
        }
        out.writeStringField("updated", seconds(renewal.updated()));
        String certificate = renewal.certificate();
        if (certificate != null) {
            out.writeStringField("certificate", certificate);
        }
        out.writeBooleanField("keyMissing", renewal.keyMissing());
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
