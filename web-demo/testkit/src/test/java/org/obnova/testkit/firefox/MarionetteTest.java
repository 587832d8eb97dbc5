// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.obnova.testkit.firefox.FakeMarionette.GREETING;
import static org.obnova.testkit.firefox.FakeMarionette.framed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol of Marionette, with one that does what no real one does. */
class MarionetteTest {
    @Test
    void commandAndResult_countedInOctets() throws Exception {
        try (FakeMarionette fake = new FakeMarionette(GREETING, framed("[1,1,null,{\"value\":\"Щ\"}]"));
                Marionette marionette = Marionette.connect(fake.port())) {
            var result = marionette.send(
                    "WebDriver:ElementSendKeys",
                    JsonNodeFactory.instance.objectNode().put("text", "Ж"));

            assertThat(result.path("value").asText()).isEqualTo("Щ");
            assertThat(fake.heard()).containsExactly("[0,1,\"WebDriver:ElementSendKeys\",{\"text\":\"Ж\"}]");
        }
    }

    @Test
    void error_isTheStandardsWord() throws Exception {
        try (FakeMarionette fake = new FakeMarionette(
                        GREETING,
                        framed(
                                "[1,1,{\"error\":\"no such element\",\"message\":\"why\",\"stacktrace\":\"where\"},null]"),
                        framed("[1,2,{},null]"));
                Marionette marionette = Marionette.connect(fake.port())) {
            WebDriverError error = catchThrowableOfType(WebDriverError.class, () -> send(marionette));
            assertThat(error.error()).isEqualTo("no such element");
            assertThat(error.message()).isEqualTo("why");
            assertThat(error.stack()).isEqualTo("where");
            assertThat(error.status()).isEqualTo(404);

            WebDriverError wordless = catchThrowableOfType(WebDriverError.class, () -> send(marionette));
            assertThat(wordless.error()).isEqualTo("unknown error");
            assertThat(wordless.status()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                ":{}",
                "99999999999:",
                "9999999999:",
                "-1:",
                "2:{]",
                "50:{\"applicationType\":\"gecko\",\"marionetteProtocol\":2}",
                "[]"
            })
    void whatIsNoMarionette_isRefused(String greeting) throws IOException {
        try (FakeMarionette fake = new FakeMarionette(greeting)) {
            assertThatThrownBy(() -> Marionette.connect(fake.port())).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,7,null,{}]", "[0,1,null,{}]", "{}", "[]"})
    void replyToSomethingElse_isNoReply(String reply) throws Exception {
        try (FakeMarionette fake = new FakeMarionette(GREETING, framed(reply));
                Marionette marionette = Marionette.connect(fake.port())) {
            assertThatThrownBy(() -> send(marionette))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a reply to command 1");
        }
    }

    @Test
    void connectionThatEnds() throws Exception {
        try (FakeMarionette fake = new FakeMarionette(GREETING);
                Marionette marionette = Marionette.connect(fake.port())) {
            assertThatThrownBy(() -> send(marionette)).isInstanceOf(EOFException.class);
        }
        try (FakeMarionette fake = new FakeMarionette(GREETING, "100:[1,1");
                Marionette marionette = Marionette.connect(fake.port())) {
            assertThatThrownBy(() -> send(marionette))
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("in the middle");
        }
    }

    private static void send(Marionette marionette) throws IOException, WebDriverError {
        marionette.send("WebDriver:GetTitle", JsonNodeFactory.instance.objectNode());
    }
}
