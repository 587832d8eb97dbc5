// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code web-demo/doc/journeys.md} names tests that are there, and that test something. */
class JourneyTableTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path TABLE = ROOT.resolve("web-demo/doc/journeys.md");
    private static final List<String> TESTS = List.of(
            "web-demo/server/src/test", "web-demo/testkit/src/test", "installer/src/test", "native-host/src/test");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| ([0-4](?: [0-4])*) \\| ([^|]+) \\| (`[^|]+`) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT|Journey))`");
    private static final Pattern TEST =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b");

    @Test
    void everyDemand_namesTestsThatAreThere() throws IOException {
        Map<String, String> sources = sources();
        TreeSet<String> gone = new TreeSet<>();
        for (Matcher row : rows()) {
            Matcher name = NAME.matcher(row.group(4));
            assertThat(name.results().count()).as("row " + row.group(1)).isPositive();
            name.reset();
            while (name.find()) {
                String source = sources.get(name.group(1));
                if (source == null || !TEST.matcher(source).find()) {
                    gone.add("row " + row.group(1) + ": " + name.group(1));
                }
            }
        }
        assertThat(gone).isEmpty();
    }

    @Test
    void rows_areNumberedWithoutGaps_andNoDemandStandsTwice() throws IOException {
        List<Matcher> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
        assertThat(rows.stream().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rows.size()).boxed().toList());
        assertThat(rows.stream().map(row -> row.group(3))).doesNotHaveDuplicates();
    }

    @Test
    void table_hasNoRowThatThisCheckOverlooks() throws IOException {
        String shown = Files.readString(TABLE).split("## Not shown yet", 2)[0];
        long lines = shown.lines().filter(line -> line.matches("\\|\\s*\\d.*")).count();
        assertThat(rows()).hasSize((int) lines);
    }

    private static List<Matcher> rows() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.map(ROW::matcher).filter(Matcher::matches).toList();
        }
    }

    /** Text of every test by its simple name; classes of the same name together. Tests may be inherited: then the superclass counts. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String folder : TESTS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return inherited(sources);
    }

    private static Map<String, String> inherited(Map<String, String> sources) {
        Pattern parent = Pattern.compile("class \\w+ extends (\\w+)");
        Map<String, String> all = new TreeMap<>(sources);
        all.replaceAll((name, source) -> {
            Matcher found = parent.matcher(source);
            return found.find() ? source + sources.getOrDefault(found.group(1), "") : source;
        });
        return all;
    }
}
