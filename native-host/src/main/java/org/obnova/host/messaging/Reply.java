// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.task.Language;

/** The frames that the host sends, encoded. */
public final class Reply {
    private Reply() {}

    /** The answer of a request that went well; it may be longer than a frame can be. */
    public static byte[] result(RequestId id, Result result) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(512);
        try (JsonWriter out = JsonText.writer(octets)) {
            begin(out, id);
            out.writeObjectFieldStart("result");
            result.writeFields(out);
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** The answer of a request that failed, its texts in the person's language. */
    public static byte[] error(@Nullable RequestId id, Fault fault, Language language) {
        ErrorTexts.Text text = ErrorTexts.of(fault, language.tag());
        ByteArrayOutputStream octets = new ByteArrayOutputStream(512);
        try (JsonWriter out = JsonText.writer(octets)) {
            begin(out, id);
            out.writeObjectFieldStart("error");
            out.writeNumberField("code", fault.code().number());
            out.writeStringField("message", text.message());
            out.writeObjectFieldStart("data");
            out.writeStringField("name", fault.code().wireName());
            out.writeStringField("loss", text.loss());
            out.writeStringField("hint", text.hint());
            String detail = fault.getMessage();
            if (detail != null && !detail.isEmpty()) {
                out.writeStringField("detail", detail);
            }
            out.writeEndObject();
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void begin(JsonWriter out, @Nullable RequestId id) throws IOException {
        out.writeStartObject();
        out.writeStringField("jsonrpc", "2.0");
        out.writeFieldName("id");
        if (id == null) {
            out.writeNull();
        } else {
            id.write(out);
        }
    }
}
