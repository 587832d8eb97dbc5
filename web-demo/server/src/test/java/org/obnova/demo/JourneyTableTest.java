// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code web-demo/doc/journeys.md} names tests that are there, and that test something. */
class JourneyTableTest {
    private static final Path TABLE = NamedTests.ROOT.resolve("web-demo/doc/journeys.md");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| ([0-4](?: [0-4])*) \\| ([^|]+) \\| (`[^|]+`) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT|Journey))`");

    @Test
    void everyDemand_namesTestsThatAreThere() throws IOException {
        NamedTests tests = NamedTests.ofAllModules();
        TreeSet<String> gone = new TreeSet<>();
        for (Matcher row : rows()) {
            Matcher name = NAME.matcher(row.group(4));
            assertThat(name.results().count()).as("row " + row.group(1)).isPositive();
            name.reset();
            while (name.find()) {
                if (!tests.has(name.group(1))) {
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
}
