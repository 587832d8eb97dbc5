// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Holder;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Storages;
import picocli.CommandLine.Model.CommandSpec;

/** {@code obnova-host certificates}: whose certificates lie where, and until when they are valid. */
final class CertificatesTable implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Storages> storages;
    private final CommandSpec spec = CommandModel.of("certificates", this).addOption(CommandModel.flag("--json"));

    CertificatesTable(Terminal terminal, Supplier<Storages> storages) {
        this.terminal = terminal;
        this.storages = storages;
    }

    private record Row(
            String sha256,
            String subject,
            String algorithm,
            Instant notBefore,
            Instant notAfter,
            String storage,
            String storageLabel) {}

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (KeyStorage storage : storages.get().settled()) {
            for (KeyContainer container : storage.containers()) {
                if (!container.chain().isEmpty()) {
                    rows.add(row(storage, container.chain().getFirst()));
                }
            }
        }
        if (CommandModel.has(spec, "--json")) {
            printJson(rows);
        } else if (rows.isEmpty()) {
            terminal.out().println(terminal.say("Сертификатов с ключами нет.", "No certificates with keys."));
        } else {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(
                    terminal.say("действует до", "valid until"),
                    terminal.say("владелец", "holder"),
                    terminal.say("ключ", "key"),
                    terminal.say("носитель", "medium"),
                    "SHA-256"));
            rows.forEach(row -> cells.add(List.of(
                    row.notAfter().toString().substring(0, "2027-03-14".length()),
                    row.subject(),
                    row.algorithm(),
                    row.storageLabel(),
                    row.sha256())));
            Columns.print(cells, terminal.out());
        }
        return 0;
    }

    private Row row(KeyStorage storage, X509CertificateHolder certificate) {
        return new Row(
                Thumbprint.sha256(certificate),
                Holder.of(certificate).displayName(),
                PublicKeys.wireName(certificate.getSubjectPublicKeyInfo()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                storage.id(),
                storage.label(terminal.language()));
    }

    private void printJson(List<Row> rows) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeArrayFieldStart("certificates");
            for (Row row : rows) {
                out.writeStartObject();
                out.writeStringField("sha256", row.sha256());
                out.writeStringField("subject", row.subject());
                out.writeStringField("algorithm", row.algorithm());
                out.writeStringField("notBefore", seconds(row.notBefore()));
                out.writeStringField("notAfter", seconds(row.notAfter()));
                out.writeStringField("storage", row.storage());
                out.writeStringField("storageLabel", row.storageLabel());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
