// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of all modules, by the names that documents give them. */
final class NamedTests {
    /** The project. */
    static final Path ROOT = Path.of("..", "..");

    private static final List<String> FOLDERS = List.of(
            "web-demo/server/src/test",
            "web-demo/testkit/src/test",
            "installer/src/test",
            "installer/test",
            "native-host/src/test",
            "extension/test");
    private static final Pattern TEST =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b");
    private static final Pattern PARENT = Pattern.compile("class \\w+ extends (\\w+)");
    private static final Pattern CLASS = Pattern.compile("(\\w+(?:Test|IT|Journey))(?:#(\\w+))?");
    private static final Pattern CHECK = Pattern.compile("([\\w.-]+\\.(?:sh|js)): (.+)");

    private final Map<String, String> sources;

    private NamedTests(Map<String, String> sources) {
        this.sources = sources;
    }

    /** Files of the same name count together. */
    static NamedTests ofAllModules() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(NamedTests::isSource).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return new NamedTests(sources);
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*\\.(java|sh|js)");
    }

    /**
     * Whether a test is there, and tests something.
     *
     * @param name {@code SomeTest}, {@code SomeTest#method}, or a script and the words of one of its checks: {@code deb.sh: the words}
     */
    boolean has(String name) {
        Matcher check = CHECK.matcher(name);
        if (check.matches()) {
            String source = sources.getOrDefault(check.group(1), "");
            return Stream.of("check \"", "it('", "it(`", "it(\"")
                    .anyMatch(before -> source.contains(before + check.group(2) + before.charAt(before.length() - 1)));
        }
        Matcher test = CLASS.matcher(name);
        if (!test.matches()) {
            return false;
        }
        String source = withParents(test.group(1));
        return TEST.matcher(source).find()
                && (test.group(2) == null || source.contains(" void " + test.group(2) + "("));
    }

    /** Tests may be inherited. */
    private String withParents(String name) {
        String source = sources.getOrDefault(name, "");
        Matcher parent = PARENT.matcher(source);
        return parent.find() ? source + sources.getOrDefault(parent.group(1), "") : source;
    }
}
