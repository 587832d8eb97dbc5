// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final List<String> KEYS =
            IntStream.range(0, 100).mapToObj(i -> String.format("%03d", i)).toList();

    @Test
    void of_giveEverythingOnOnePage_whenItFits() {
        Page<String> page = Page.of(KEYS.reversed(), Function.identity(), key -> 10, null);

        assertThat(page.entries()).isEqualTo(KEYS);
        assertThat(page.next()).isNull();
    }

    @Test
    void of_giveEachEntryOnce_overSeveralPages() {
        List<String> all = new ArrayList<>();
        int pages = 0;
        for (String cursor = ""; cursor != null; pages++) {
            Page<String> page = Page.of(KEYS, Function.identity(), key -> 100_000, cursor.isEmpty() ? null : cursor);
            assertThat(page.entries()).hasSizeBetween(1, 8);
            all.addAll(page.entries());
            cursor = page.next();
        }

        assertThat(all).isEqualTo(KEYS);
        assertThat(pages).isEqualTo(13);
    }

    @Test
    void of_loseAndRepeatNothing_whenEntriesComeAndGoBetweenPages() {
        Page<String> first = Page.of(KEYS, Function.identity(), key -> 100_000, null);
        List<String> changed = new ArrayList<>(KEYS);
        changed.removeAll(first.entries());
        changed.add("000a");
        changed.add("050a");

        Page<String> second = Page.of(changed, Function.identity(), key -> 1, first.next());

        assertThat(second.entries())
                .startsWith("008")
                .contains("050a")
                .doesNotContain("000a")
                .hasSize(93);
    }

    @Test
    void of_giveAnEntryThatIsTooLarge_alone() {
        Page<String> page = Page.of(KEYS, Function.identity(), key -> 2_000_000, "041");

        assertThat(page.entries()).containsExactly("042");
        assertThat(page.next()).isEqualTo("042");
    }
}
