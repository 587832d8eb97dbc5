// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client asks of a session, and what is made of it. */
class WishTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'capabilities': {}}",
                "{'capabilities': {'alwaysMatch': {}}}",
                "{'capabilities': {'firstMatch': [{}]}}",
                "{'capabilities': {'firstMatch': []}}",
                "{'capabilities': {'firstMatch': [{'browserName': 'chrome'}, {'browserName': 'firefox', 'platformName': 'LINUX'}]}}"
            })
    void anyFirefoxWillDo(String request) throws Exception {
        Wish wish = of(request);

        assertThat(wish.start().arguments()).isEmpty();
        assertThat(wish.start().binary()).isEmpty();
    }

    @Test
    void whatIsFirefoxsOwn_goesThere_andTheRestIsHowItStarts() throws Exception {
        Wish wish = of(
                "{'capabilities': {'alwaysMatch': {'acceptInsecureCerts': true, 'se:name': 'x', 'webSocketUrl': false, 'moz:firefoxOptions': {"
                        + "'binary': '/b', 'args': ['--headless', '-profile', '/p'], 'env': {'HOME': '/h'}, 'prefs': {'a': 1, 'b': 'c', 'd': true}}},"
                        + "'firstMatch': [{'pageLoadStrategy': 'eager'}]}}");

        assertThat(wish.capabilities())
                .isEqualTo(JSON.readTree("{\"acceptInsecureCerts\":true,\"pageLoadStrategy\":\"eager\"}"));
        assertThat(wish.start().binary()).contains("/b");
        assertThat(wish.start().arguments()).containsExactly("--headless", "-profile", "/p");
        assertThat(wish.start().environment()).containsOnly(java.util.Map.entry("HOME", "/h"));
        assertThat(JSON.valueToTree(wish.start().preferences()).toString())
                .contains("\"a\":1", "\"b\":\"c\"", "\"d\":true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'capabilities': {'alwaysMatch': {'browserName': 'chrome'}}}",
                "{'capabilities': {'alwaysMatch': {'platformName': 'windows'}}}",
                "{'capabilities': {'firstMatch': [{'browserName': 'chrome'}, {'platformName': 'mac'}]}}"
            })
    void whatCannotBeHad(String request) {
        WebDriverError error = catchThrowableOfType(WebDriverError.class, () -> of(request));

        assertThat(error.error()).isEqualTo("session not created");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'capabilities': {'alwaysMatch': {'moz:firefoxOptions': {'profile': 'UEsDBA=='}}}}",
                "{'capabilities': {'alwaysMatch': {'webSocketUrl': true}}}"
            })
    void whatIsNotServed_isSaidAtOnce(String request) {
        WebDriverError error = catchThrowableOfType(WebDriverError.class, () -> of(request));

        assertThat(error.error()).isEqualTo("invalid argument");
    }

    private static Wish of(String request) throws IOException, WebDriverError {
        return Wish.of(JSON.readTree(request.replace('\'', '"')));
    }
}
