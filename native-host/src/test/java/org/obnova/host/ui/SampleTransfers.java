// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.storage.KeySource.Found;
import org.obnova.host.transfer.ExportFormat;
import org.obnova.host.transfer.TransferPrompt;
import org.obnova.host.transfer.TransferPrompt.Contents;
import org.obnova.host.transfer.TransferPrompt.Decision;
import org.obnova.host.transfer.TransferPrompt.Order;
import org.obnova.host.transfer.TransferPrompt.Outgoing;

/** Files with keys as samples for the windows that ask for them. */
final class SampleTransfers {
    static final List<String> NAMES = List.of(
            "transfer.source",
            "transfer.source-again",
            "transfer.contents",
            "transfer.several",
            "transfer.stays",
            "transfer.target",
            "transfer.target-again");

    private final TransferPrompt prompt;

    SampleTransfers(TransferPrompt prompt) {
        this.prompt = prompt;
    }

    String show(SampleTask task, String kind) {
        return switch (kind) {
            case "source" -> prompt.source(task, null).toString();
            case "source-again" ->
                prompt.source(
                                task,
                                "Здесь нет контейнера ключа. Выберите файл .pfx или .p12 либо папку контейнера КриптоПро.")
                        .toString();
            case "contents" ->
                told(prompt.decide(
                        task, new Contents("Ёлкина.pfx", List.of(key("Ёлкина Анна Андреевна", true)), true)));
            case "several" ->
                told(prompt.decide(
                        task,
                        new Contents(
                                "store.p12",
                                List.of(key("Ёлкина Анна Андреевна", true), key("ООО «Ёлка»", true)),
                                true)));
            case "stays" ->
                told(prompt.decide(
                        task, new Contents("elkina.000", List.of(key("Ёлкина Анна Андреевна", false)), true)));
            default -> {
                Order order = prompt.target(
                        task,
                        new Outgoing(
                                "Ёлкина Анна Андреевна",
                                List.of(ExportFormat.PKCS12, ExportFormat.TC26_PFX),
                                Path.of("/home/anna/Ёлкина Анна Андреевна.pfx")),
                        kind.equals("target") ? null : "Файл с таким именем уже есть. Дайте файлу другое имя.");
                yield order.format() + " " + order.file();
            }
        };
    }

    private static String told(Decision decision) {
        return (decision.copy() ? "COPY " : "STAY ") + decision.key().label();
    }

    private static Found key(String label, boolean mayLeave) {
        X509CertificateHolder certificate =
                SampleDocuments.of(DocumentPrompt.Kind.STATEMENT, "", "").certificate();
        return new Found(label, certificate.getSubjectPublicKeyInfo(), List.of(certificate), mayLeave);
    }
}
