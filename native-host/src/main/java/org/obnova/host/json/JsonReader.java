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
    private int tokens;

    JsonReader(String text) {
        this.cursor = new Cursor(text);
    }

    Json whole() throws JsonException {
        cursor.skipSpace();
        Json value = value();
        cursor.skipSpace();
        if (cursor.peek() != Cursor.END) {
            throw cursor.wrong("something stands behind the value");
        }
        return value;
    }

    private Json value() throws JsonException {
        countToken();
        return switch (cursor.peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> new Json.Text(cursor.string());
            case 't' -> word("true", new Json.Truth(true));
            case 'f' -> word("false", new Json.Truth(false));
            case 'n' -> word("null", new Json.Null());
            case Cursor.END -> throw cursor.wrong("empty, or cut off");
            default -> number();
        };
    }

    private Json members() throws JsonException {
        enter('{');
        Map<String, Json> byName = new LinkedHashMap<>();
        boolean more = !leaves('}');
        while (more) {
            countToken();
            String name = cursor.string();
            cursor.skipSpace();
            cursor.require(':');
            cursor.skipSpace();
            if (byName.put(name, value()) != null) {
                throw cursor.wrong("a name stands twice");
            }
            more = goesOn('}');
        }
        return new Json.Members(Collections.unmodifiableMap(byName));
    }

    private Json items() throws JsonException {
        enter('[');
        List<Json> list = new ArrayList<>();
        boolean more = !leaves(']');
        while (more) {
            list.add(value());
            more = goesOn(']');
        }
        return new Json.Items(Collections.unmodifiableList(list));
    }

    private void enter(char opening) throws JsonException {
        depth++;
        if (depth > JsonText.MAX_DEPTH) {
            throw cursor.wrong("nested too deep");
        }
        cursor.skip(opening);
        cursor.skipSpace();
    }

    private boolean leaves(char end) throws JsonException {
        if (!cursor.skip(end)) {
            return false;
        }
        depth--;
        countToken();
        return true;
    }

    /** After a member or an item: a comma and the next one, or the end. */
    private boolean goesOn(char end) throws JsonException {
        cursor.skipSpace();
        if (leaves(end)) {
            return false;
        }
        cursor.require(',');
        cursor.skipSpace();
        return true;
    }

    private Json number() throws JsonException {
        int start = cursor.at();
        cursor.skip('-');
        int digits = cursor.at();
        boolean zero = cursor.peek() == '0';
        int count = digits();
        if (zero && cursor.at() - digits > 1) {
            throw cursor.wrong("a number with a leading zero");
        }
        boolean whole = true;
        if (cursor.skip('.')) {
            whole = false;
            count += digits();
        }
        if (cursor.skip('e') || cursor.skip('E')) {
            whole = false;
            if (!cursor.skip('+')) {
                cursor.skip('-');
            }
            count += digits();
        }
        if (count > JsonText.MAX_NUMBER_LENGTH) {
            throw cursor.wrong("a number with too many digits");
        }
        String literal = cursor.since(start);
        return whole ? ofWhole(literal) : new Json.OtherNumber(literal);
    }

    private static Json ofWhole(String literal) {
        try {
            return new Json.Whole(Long.parseLong(literal));
        } catch (NumberFormatException _) {
            return new Json.OtherNumber(literal);
        }
    }

    /** At least one. */
    private int digits() throws JsonException {
        int start = cursor.at();
        while (cursor.peek() >= '0' && cursor.peek() <= '9') {
            cursor.next();
        }
        if (cursor.at() == start) {
            throw cursor.wrong("not a value");
        }
        return cursor.at() - start;
    }

    private Json word(String word, Json value) throws JsonException {
        if (!cursor.skipWord(word)) {
            throw cursor.wrong("not a value");
        }
        return value;
    }

    private void countToken() throws JsonException {
        tokens++;
        if (tokens > JsonText.MAX_TOKENS) {
            throw cursor.wrong("too many values");
        }
    }
}
