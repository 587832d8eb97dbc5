// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://extern.example",
                "https://extern.example:8443",
                "https://xn--e1afmkfd.xn--p1ai",
                "https://127.0.0.1",
                "https://[2001:db8::1]",
                "https://[::1]:8443",
                "https://a_b.example",
                "https://localhost",
                "http://localhost",
                "http://localhost:8080",
                "http://extern.localhost:8080",
                "http://127.0.0.1:1",
                "http://[::1]:65535",
            })
    void parse_take_whatABrowserWrites(String text) {
        assertThat(Origin.parse(text))
                .hasValueSatisfying(origin -> assertThat(origin.ascii()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "https://",
                "https:///",
                "extern.example",
                "//extern.example",
                "https://extern.example/",
                "https://extern.example/path",
                "https://extern.example?q",
                "https://extern.example#f",
                "https://user@extern.example",
                "https://user:pw@extern.example",
                "https://extern.example:443",
                "http://localhost:80",
                "https://extern.example:",
                "https://extern.example:0",
                "https://extern.example:08443",
                "https://extern.example:65536",
                "https://extern.example:123456",
                "https://extern.example:-1",
                "https://extern.example:١",
                "https://Extern.example",
                "HTTPS://extern.example",
                "https://extern.example.",
                "https://.example",
                "https://extern..example",
                "https://-extern.example",
                "https://extern-.example",
                "https://пример.рф",
                "https://extern example",
                " https://extern.example",
                "https://extern.example\n",
                "https://extern.example\\@localhost",
                "https://extern%2eexample",
                "https://[::1",
                "https://::1",
                "https://[extern.example]",
                "https://[::1]x",
                "http://extern.example",
                "http://localhost.example",
                "http://notlocalhost",
                "http://127.0.0.1.example",
                "http://127.0.0.2",
                "http://0.0.0.0",
                "http://[::2]",
                "http://.localhost",
                "ftp://localhost",
                "file://",
                "chrome-extension://amijgcgnkbhnjobgdpnmpjaaooimiani",
                "wss://extern.example",
            })
    void parse_refuse_anythingElse(String text) {
        assertThat(Origin.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Origin(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_refuse_whenTheHostIsTooLong() {
        assertThat(Origin.parse("https://" + "a".repeat(63) + ".example")).isPresent();
        assertThat(Origin.parse("https://" + "a".repeat(64) + ".example")).isEmpty();
        assertThat(Origin.parse("https://" + "a.".repeat(126) + "aa")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://пример.рф, https://xn--e1afmkfd.xn--p1ai",
        "https://Пример.рф:8443, https://xn--e1afmkfd.xn--p1ai:8443",
        "https://extern.example, https://extern.example",
    })
    void parseInternational_givePunycode(String text, String ascii) {
        assertThat(Origin.parseInternational(text)).hasValue(new Origin(ascii));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://пример.рф", "https://пример.рф/", "https://при мер.рф", "пример.рф"})
    void parseInternational_refuse_anythingElse(String text) {
        assertThat(Origin.parseInternational(text)).isEmpty();
    }
}
