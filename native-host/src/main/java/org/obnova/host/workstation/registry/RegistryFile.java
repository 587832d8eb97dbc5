// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files of the registry, "Windows Registry Editor Version 5.00": UTF-16 with a byte order mark, lines that end with CR LF (KB 310516). */
public final class RegistryFile {
    private static final String HEAD = "Windows Registry Editor Version 5.00";
    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";

    private RegistryFile() {}

    /** A file with these changes and, at its beginning, these remarks. */
    public static byte[] write(List<String> remarks, List<RegistryEdit> edits) {
        List<String> lines = new ArrayList<>(List.of(HEAD, ""));
        remarks.forEach(each -> lines.add("; " + each.replaceAll("\\p{Cntrl}", " ")));
        for (RegistryEdit each : edits) {
            lines.add("");
            String name = each.name();
            String value = each.value();
            lines.add(name == null ? "[-" + each.key() + "]" : "[" + each.key() + "]");
            if (name != null) {
                lines.add((name.isEmpty() ? "@" : text(name)) + "=" + (value == null ? "-" : value));
            }
        }
        return (MARK + String.join(END, lines) + END).getBytes(StandardCharsets.UTF_16LE);
    }

    /** A text as a value (REG_SZ). */
    public static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What {@link #text} was made of; another kind of value is returned as it is. */
    public static String plain(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    /** The octets of a value of the kind {@code hex:01,02}; none of another. */
    public static byte[] octets(String value) {
        String digits =
                value.startsWith("hex:") ? value.substring("hex:".length()).replace(",", "") : "";
        return digits.matches("([0-9A-Fa-f]{2})*") ? java.util.HexFormat.of().parseHex(digits) : new byte[0];
    }

    /** All values by key and name; what is no such file has none. */
    public static Map<String, Map<String, String>> read(byte[] content) {
        Map<String, Map<String, String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> values = new TreeMap<>();
        for (String line : lines(new String(content, StandardCharsets.UTF_16LE))) {
            if (line.startsWith("[") && line.endsWith("]")) {
                values = keys.computeIfAbsent(
                        line.substring(1, line.length() - 1), _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
            } else if (line.startsWith("@=")) {
                values.put("", line.substring("@=".length()));
            } else if (line.startsWith("\"")) {
                int end = endOfText(line, 0);
                if (end > 0 && line.startsWith("=", end)) {
                    values.put(plain(line.substring(0, end)), line.substring(end + 1));
                }
            }
        }
        return keys;
    }

    /** Lines as they are meant: a backslash at the end goes on in the next, and a text may have ends of lines in it. */
    private static List<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String each : file.replace(MARK, "").split("\r?\n", -1)) {
            if (line.isEmpty()) {
                line.append(each);
            } else {
                line.append(isOpen(line) ? "\r\n" + each : each.strip());
            }
            if (!isOpen(line)) {
                if (line.toString().endsWith("\\") && !line.toString().startsWith("[")) {
                    line.setLength(line.length() - 1);
                    continue;
                }
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return lines;
    }

    /** Whether a text has begun and not ended. */
    private static boolean isOpen(CharSequence line) {
        String text = line.toString();
        int from = text.startsWith("@=") ? "@=".length() : 0;
        if (!text.startsWith("\"", from)) {
            return false;
        }
        int end = endOfText(text, from);
        if (from == 0 && text.startsWith("=\"", end)) {
            end = endOfText(text, end + 1);
        }
        return end < 0;
    }

    /** The place after the quotation mark that ends the text which begins here; negative where it does not end. */
    private static int endOfText(String line, int start) {
        for (int at = start + 1; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == '"') {
                return at + 1;
            }
        }
        return -1;
    }
}
