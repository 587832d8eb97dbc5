// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one value (RFC 8259). The caller keeps to the grammar; commas and escapes come by themselves. */
public final class JsonWriter implements AutoCloseable {
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(512);
    private boolean comma;

    JsonWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins an object. */
    public void writeStartObject() {
        begin('{');
    }

    /** Ends an object. */
    public void writeEndObject() {
        end('}');
    }

    /** Ends an array. */
    public void writeEndArray() {
        end(']');
    }

    /** Begins an object in a field. */
    public void writeObjectFieldStart(String name) {
        writeFieldName(name);
        begin('{');
    }

    /** Begins an array in a field. */
    public void writeArrayFieldStart(String name) {
        writeFieldName(name);
        begin('[');
    }

    /** Begins a field; its value follows. */
    public void writeFieldName(String name) {
        separate();
        quote(name);
        text.append(':');
        comma = false;
    }

    /** A field with a string. */
    public void writeStringField(String name, String value) {
        writeFieldName(name);
        writeString(value);
    }

    /** A field with an integer. */
    public void writeNumberField(String name, long value) {
        writeFieldName(name);
        writeNumber(value);
    }

    /** A field with a truth value. */
    public void writeBooleanField(String name, boolean value) {
        writeFieldName(name);
        separate();
        text.append(value);
        comma = true;
    }

    /** A string. */
    public void writeString(String value) {
        separate();
        quote(value);
        comma = true;
    }

    /** An integer. */
    public void writeNumber(long value) {
        separate();
        text.append(value);
        comma = true;
    }

    /** {@code null}. */
    public void writeNull() {
        separate();
        text.append("null");
        comma = true;
    }

    /** Any value. */
    public void write(Json value) {
        switch (value) {
            case Json.Members(var byName) -> {
                writeStartObject();
                byName.forEach((name, each) -> {
                    writeFieldName(name);
                    write(each);
                });
                writeEndObject();
            }
            case Json.Items(var list) -> {
                begin('[');
                list.forEach(this::write);
                writeEndArray();
            }
            case Json.Text(var string) -> writeString(string);
            case Json.Whole(var number) -> writeNumber(number);
            case Json.OtherNumber(var literal) -> writeLiteral(literal);
            case Json.Truth(var truth) -> writeLiteral(Boolean.toString(truth));
            case Json.Null() -> writeNull();
        }
    }

    private void writeLiteral(String literal) {
        separate();
        text.append(literal);
        comma = true;
    }

    /** A line feed behind the value, for terminals. */
    public void writeLineEnd() {
        text.append('\n');
    }

    /** Hands everything over. */
    @Override
    public void close() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void begin(char bracket) {
        separate();
        text.append(bracket);
        comma = false;
    }

    private void end(char bracket) {
        text.append(bracket);
        comma = true;
    }

    private void separate() {
        if (comma) {
            text.append(',');
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
