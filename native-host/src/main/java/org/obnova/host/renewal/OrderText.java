// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.io.IOException;
import org.obnova.host.certificate.Subject;
import org.obnova.host.json.Fields;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.keys.KeyAlgorithm;

/** The part of {@code journal.json} that says what the site asked for. */
final class OrderText {
    private OrderText() {}

    static void write(JsonWriter json, RenewalOrder order) throws IOException {
        json.writeStringField("origin", order.origin());
        json.writeStringField("application", order.application());
        json.writeStringField("algorithm", order.algorithm().wireName());
        subject(json, order.subject());
        EntryText.optional(json, "orderedStorage", order.storageId());
        EntryText.optional(json, "replaces", order.replaces());
    }

    static RenewalOrder read(Fields fields) throws JsonException {
        String algorithm = fields.text("algorithm", 1, 20);
        Fields subject = fields.object("subject");
        RenewalOrder order = new RenewalOrder(
                fields.text("origin", 1, 300),
                fields.text("application", 1, 64),
                KeyAlgorithm.ofWireName(algorithm).orElseThrow(() -> fields.wrong("algorithm", "not known")),
                new Subject(
                        subject.text("commonName", 1, 128),
                        subject.text("surname", 1, 128),
                        subject.text("givenName", 1, 128),
                        subject.text("country", 2, 2),
                        subject.text("snils", 11, 11),
                        subject.text("inn", 12, 12),
                        subject.optionalText("email", 1, 128)),
                fields.optionalText("orderedStorage", 1, 64),
                fields.optionalText("replaces", 64, 64));
        subject.end();
        return order;
    }

    private static void subject(JsonWriter json, Subject subject) throws IOException {
        json.writeObjectFieldStart("subject");
        json.writeStringField("commonName", subject.commonName());
        json.writeStringField("surname", subject.surname());
        json.writeStringField("givenName", subject.givenName());
        json.writeStringField("country", subject.country());
        json.writeStringField("snils", subject.snils());
        json.writeStringField("inn", subject.inn());
        EntryText.optional(json, "email", subject.email());
        json.writeEndObject();
    }
}
