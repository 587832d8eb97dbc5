// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** A registry in memory with {@code reg.exe} and {@code certutil.exe} as Windows has them: their commands, and the form of their files. */
final class FakeWindows implements SystemTools {
    private static final String PERSONS_ROOTS =
            "HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates\\";

    /** Keys, their values as files of the registry have them. */
    final Map<String, Map<String, String>> registry = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    final List<List<String>> commands = new ArrayList<>();
    boolean personSaysNo;

    FakeWindows() {
        key("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains");
        key("HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates");
        key("HKEY_LOCAL_MACHINE\\Software");
    }

    /** With those above it. */
    Map<String, String> key(String name) {
        int parent = name.lastIndexOf('\\');
        if (parent > 0) {
            key(name.substring(0, parent));
        }
        return registry.computeIfAbsent(name, _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** All keys and values, to compare. */
    String all() {
        return registry.toString();
    }

    @Override
    public String run(List<String> command) {
        commands.add(command);
        String program = command.getFirst().replaceAll(".*[/\\\\]", "");
        try {
            switch (program + " " + command.get(1)) {
                case "reg.exe query" -> need(registry.containsKey(command.get(2)));
                case "reg.exe export" -> export(command.get(2), Path.of(command.get(3)));
                case "reg.exe import" -> imported(Path.of(command.get(2)));
                case "certutil.exe -user" -> certutil(command.subList(2, command.size()));
                default -> throw new AssertionError(command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "";
    }

    private static void need(boolean possible) {
        if (!possible) {
            throw new Fault(ErrorCode.SETUP_TOOL_FAILED, "status 1", Map.of("place", "reg.exe"), null);
        }
    }

    private void export(String key, Path file) throws IOException {
        need(registry.containsKey(key));
        StringBuilder text = new StringBuilder("\uFEFFWindows Registry Editor Version 5.00\r\n");
        registry.forEach((each, values) -> {
            if ((each + "\\").regionMatches(true, 0, key + "\\", 0, key.length() + 1)) {
                text.append("\r\n[").append(each).append("]\r\n");
                values.forEach((name, value) -> text.append(name.isEmpty() ? "@" : '"' + name + '"')
                        .append('=')
                        .append(value.replaceAll("((?:[0-9a-f]{2},){20})", "$1\\\\\r\n  "))
                        .append("\r\n"));
            }
        });
        Files.writeString(file, text, StandardCharsets.UTF_16LE);
    }

    private void imported(Path file) throws IOException {
        List<String> lines =
                Files.readString(file, StandardCharsets.UTF_16LE).lines().toList();
        need(lines.getFirst().equals("\uFEFFWindows Registry Editor Version 5.00"));
        String at = "";
        for (String each : lines) {
            if (each.startsWith("[-")) {
                String gone = each.substring(2, each.length() - 1);
                registry.keySet().removeIf(name -> name.equals(gone) || name.startsWith(gone + "\\"));
            } else if (each.startsWith("[")) {
                at = each.substring(1, each.length() - 1);
                key(at);
            } else if (each.startsWith("@=") || each.startsWith("\"")) {
                int equals = each.indexOf('=');
                String name = each.startsWith("@") ? "" : each.substring(1, equals - 1);
                String value = each.substring(equals + 1);
                if (value.equals("-")) {
                    key(at).remove(name);
                } else {
                    key(at).put(name, value);
                }
            }
        }
    }

    private void certutil(List<String> words) throws IOException {
        need(!personSaysNo);
        if (words.subList(0, words.size() - 1).equals(List.of("-f", "-addstore", "Root"))) {
            byte[] der = Files.readAllBytes(Path.of(words.getLast()));
            key(PERSONS_ROOTS + sha1(der)).put("Blob", blob(der));
        } else if (words.subList(0, words.size() - 1).equals(List.of("-delstore", "Root"))) {
            need(registry.remove(PERSONS_ROOTS + words.getLast()) != null);
        } else {
            throw new AssertionError(words);
        }
    }

    /** The certificate after its other properties. */
    static String blob(byte[] der) {
        String properties = "03,00,00,00,01,00,00,00,14,00,00,00";
        return "hex:" + properties + "," + HexFormat.ofDelimiter(",").formatHex(der);
    }

    static String sha1(byte[] der) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
