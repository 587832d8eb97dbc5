// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one text by the grammar of RFC 8259. Written here and not taken from a library, because the library's parser makes the JDK prepare its
 * decimal numbers (powers of five up to 150,000 bits), which alone took a third of the host's start.
 */
final class JsonReader {
    private final Cursor cursor;
    private int depth;
    private int values;

    JsonReader(byte[] utf8) {
        this.cursor = new Cursor(utf8);
    }

    Json whole() throws JsonException {
        Json value = value();
        cursor.skipSpace();
        if (!cursor.isAtEnd()) {
            throw cursor.wrong();
        }
        return value;
    }

    private Json value() throws JsonException {
        if (++values > JsonText.MAX_VALUES) {
            throw new JsonException("too many values");
        }
        cursor.skipSpace();
        return switch (cursor.peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> new Json.Text(cursor.string());
            case 't' -> word("true", new Json.Truth(true));
            case 'f' -> word("false", new Json.Truth(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json members() throws JsonException {
        enter('{');
        Map<String, Json> byName = new LinkedHashMap<>();
        if (!cursor.skip('}')) {
            do {
                cursor.skipSpace();
                String name = cursor.string();
                cursor.skipSpace();
                cursor.require(':');
                if (byName.put(name, value()) != null) {
                    throw new JsonException("a name stands twice in one object");
                }
                cursor.skipSpace();
            } while (cursor.skip(','));
            cursor.require('}');
        }
        depth--;
        return new Json.Members(Collections.unmodifiableMap(byName));
    }

    private Json items() throws JsonException {
        enter('[');
        List<Json> list = new ArrayList<>();
        if (!cursor.skip(']')) {
            do {
                list.add(value());
                cursor.skipSpace();
            } while (cursor.skip(','));
            cursor.require(']');
        }
        depth--;
        return new Json.Items(Collections.unmodifiableList(list));
    }

    private void enter(char bracket) throws JsonException {
        if (++depth > JsonText.MAX_DEPTH) {
            throw new JsonException("nested too deep");
        }
        cursor.require(bracket);
        cursor.skipSpace();
    }

    private Json word(String word, Json value) throws JsonException {
        for (int i = 0; i < word.length(); i++) {
            cursor.require(word.charAt(i));
        }
        return value;
    }

    private Json number() throws JsonException {
        int from = cursor.at();
        cursor.skip('-');
        if (!cursor.skip('0')) {
            cursor.digits();
        }
        boolean whole = true;
        if (cursor.skip('.')) {
            whole = false;
            cursor.digits();
        }
        if (cursor.skip('e') || cursor.skip('E')) {
            whole = false;
            if (!cursor.skip('+')) {
                cursor.skip('-');
            }
            cursor.digits();
        }
        if (cursor.at() - from > JsonText.MAX_NUMBER_LENGTH) {
            throw new JsonException("too long a number");
        }
        String literal = cursor.since(from);
        if (whole) {
            try {
                return new Json.Whole(Long.parseLong(literal));
            } catch (NumberFormatException e) {
                return new Json.OtherNumber(literal);
            }
        }
        return new Json.OtherNumber(literal);
    }
}
