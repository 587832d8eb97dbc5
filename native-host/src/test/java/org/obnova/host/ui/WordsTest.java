// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the windows say the same in both languages. */
class WordsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frame",
                "consent",
                "storage",
                "password",
                "pin",
                "progress",
                "document",
                "entropy",
                "renewal",
                "transfer",
                "result"
            })
    void words_haveTheSameKeysAndPlaceholders_inBothLanguages(String window) throws IOException {
        Map<String, String> russian = words(window, "ru");
        Map<String, String> english = words(window, "en");
        // Russian has one form of number more.
        Set<String> russianKeys = new HashSet<>(russian.keySet());
        russianKeys.removeIf(key -> key.endsWith(".few"));
        assertThat(russianKeys).isNotEmpty().isEqualTo(english.keySet());
        english.forEach((key, text) ->
                assertThat(placeholders(russian.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void lists_haveAsManyItems_inBothLanguages(String language) throws IOException {
        words("consent", language).forEach((key, text) -> {
            if (key.endsWith(".will") || key.endsWith(".wont")) {
                assertThat(text.split("\\|", -1)).as(key).doesNotContain("").hasSizeBetween(1, 4);
            }
        });
    }

    /** Each row: a window, and the keys of all controls that it shows together. */
    @ParameterizedTest
    @CsvSource({
        "consent, no once always",
        "storage, cancel key.act",
        "storage, cancel other browse backup.act",
        "storage, cancel other browse import.act",
        "transfer, cancel source.path browse source.act",
        "transfer, cancel copy stay contents.act",
        "transfer, cancel format.pkcs12 format.tc26-pfx target.path browse target.act",
        "password, cancel password show existing.act",
        "password, cancel new again show new.act",
        "pin, cancel pin show remember enter.act",
        "pin, cancel current fresh again show change.act",
        "renewal, cancel orphan.fresh orphan.act",
        "renewal, abandon.stay abandon.keep abandon.remove abandon.act",
        "pin, last.stop last.act",
        "pin, factory.postpone factory.act",
        "result, later give",
        "result, primary.password primary.show primary.skip primary.act",
        "document, cancel decrypt.act",
        "document, cancel find statement.act",
        "document, cancel find receipt.act",
        "document, cancel find authentication.act"
    })
    void mnemonics_differWithinAWindow(String window, String keys) throws IOException {
        for (String language : List.of("ru", "en")) {
            Map<String, String> all = words("frame", language);
            all.putAll(words(window, language));
            List<String> mnemonics = Arrays.stream(keys.split(" ", -1))
                    .map(key -> all.getOrDefault(key, ""))
                    .map(text -> text.substring(text.indexOf('&') + 1, text.indexOf('&') + 2)
                            .toLowerCase(Locale.ROOT))
                    .toList();
            assertThat(mnemonics).as(language).doesNotHaveDuplicates();
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new HashSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Map<String, String> words(String window, String language) throws IOException {
        Properties properties = new Properties();
        String name = window + "/words_" + language + ".properties";
        try (InputStream in = Windows.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, text) -> words.put((String) key, (String) text));
        return words;
    }
}
