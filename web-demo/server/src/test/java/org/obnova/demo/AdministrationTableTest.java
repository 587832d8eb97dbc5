// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The administrator's guide says nothing that neither a test shows nor the list of what is not shown names: {@code installer/doc/administration-tests.md} has a row for each
 * statement, and the tests that it names are there.
 */
class AdministrationTableTest {
    private static final Path GUIDE = NamedTests.ROOT.resolve("installer/doc/administration.md");
    private static final Path TABLE = NamedTests.ROOT.resolve("installer/doc/administration-tests.md");
    private static final String NOT_SHOWN = "## Not shown";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| «([^|]+)» \\| ([^|]+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Words of the guide, and what stands beside them: the tests, or why there is none. */
    private record Row(int number, String words, String beside) {}

    @Test
    void everyStatement_isShown_orNamedAsNotShown() throws IOException {
        List<Row> rows = Stream.concat(shown().stream(), notShown().stream()).toList();
        assertThat(statements()).hasSizeGreaterThan(80);
        assertThat(statements().stream().filter(each -> !isIn(each, rows))).isEmpty();
    }

    @Test
    void whatIsCalledTested_isShown() throws IOException {
        List<Row> shown = shown();
        List<String> tested =
                statements().stream().filter(each -> each.contains("[tested")).toList();
        assertThat(tested).hasSizeGreaterThan(20);
        assertThat(tested.stream().filter(each -> !isIn(each, shown))).isEmpty();
    }

    @Test
    void rows_haveTheGuidesWords_andTestsThatAreThere() throws IOException {
        String guide = String.join("\n", statements());
        NamedTests tests = NamedTests.ofAllModules();
        TreeSet<String> gone = new TreeSet<>();
        for (Row row : shown()) {
            List<String> names = NAME.matcher(row.beside())
                    .results()
                    .map(each -> each.group(1))
                    .toList();
            assertThat(names).as("row " + row.number()).isNotEmpty();
            names.stream().filter(name -> !tests.has(name)).forEach(name -> gone.add(row.number() + ": " + name));
        }
        assertThat(gone).isEmpty();
        assertThat(Stream.concat(shown().stream(), notShown().stream())
                        .filter(row -> !guide.contains(row.words()))
                        .map(row -> row.number() + ": " + row.words()))
                .isEmpty();
    }

    @Test
    void rows_areNumberedWithoutGaps_andNoneIsOverlooked() throws IOException {
        for (List<Row> rows : List.of(shown(), notShown())) {
            assertThat(rows.stream().map(Row::number))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, rows.size()).boxed().toList());
            assertThat(rows.stream().map(Row::words)).doesNotHaveDuplicates();
        }
        long lines = Files.readString(TABLE)
                .lines()
                .filter(each -> each.matches("\\|\\s*\\d.*"))
                .count();
        assertThat(shown().size() + notShown().size()).isEqualTo((int) lines);
    }

    private static boolean isIn(String statement, List<Row> rows) {
        return rows.stream().anyMatch(row -> statement.contains(row.words()));
    }

    private static List<Row> shown() throws IOException {
        return rows(Files.readString(TABLE).split(NOT_SHOWN, 2)[0]);
    }

    private static List<Row> notShown() throws IOException {
        return rows(Files.readString(TABLE).split(NOT_SHOWN, 2)[1]);
    }

    private static List<Row> rows(String text) {
        return ROW.matcher(text)
                .results()
                .map(row -> new Row(Integer.parseInt(row.group(1)), row.group(2), row.group(3)))
                .toList();
    }

    /** From the first section on: each sentence, each entry of a list, each row of a table, each block of code; in one line each. */
    private static List<String> statements() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> statements = new ArrayList<>();
        for (String block : guide.substring(guide.indexOf("\n## ")).split("\n\\s*\n", -1)) {
            String text = block.strip();
            if (text.startsWith("#") || text.isEmpty()) {
                continue;
            }
            if (block.startsWith("    ")) {
                statements.add(text.replaceAll("\\s+", " "));
            } else if (text.startsWith("|")) {
                text.lines().skip(2).forEach(statements::add);
            } else {
                Stream.of(text.split("\n(?=- )", -1))
                        .map(each -> each.replaceAll("\\s+", " "))
                        .flatMap(each -> Stream.of(each.split("(?<=\\.)(?:\\*\\*)? (?=[A-Z`*(])", -1)))
                        .forEach(statements::add);
            }
        }
        return statements;
    }
}
