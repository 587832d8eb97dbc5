// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.demo.notifications.Message;

class HttpGatewayTest {
    private static final Message SMS = new Message(
            "0123abcd",
            Message.Kind.SMS,
            "+79000000001",
            "Обнова",
            "",
            "Код: 123456",
            Instant.parse("2026-11-22T09:00:00Z"));

    private final AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    private final AtomicReference<Headers> headers = new AtomicReference<>(new Headers());
    private volatile int answer = 202;
    private HttpServer provider;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/messages", exchange -> {
            body.set(exchange.getRequestBody().readAllBytes());
            headers.set(exchange.getRequestHeaders());
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    private HttpGateway gateway() {
        URI url = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/messages");
        return new HttpGateway(new GatewaySettings.Provider(url, Optional.of("s3cret")));
    }

    @Test
    void send_postsTheMessage_underItsId() throws Exception {
        gateway().send(SMS);

        JsonNode sent = new ObjectMapper().readTree(body.get());
        assertThat(sent.path("id").asText()).isEqualTo("0123abcd");
        assertThat(sent.path("kind").asText()).isEqualTo("sms");
        assertThat(sent.path("to").asText()).isEqualTo("+79000000001");
        assertThat(sent.path("text").asText()).isEqualTo("Код: 123456");
        assertThat(headers.get().getFirst("Idempotency-Key")).isEqualTo("0123abcd");
        assertThat(headers.get().getFirst("Authorization")).isEqualTo("Bearer s3cret");
    }

    @ParameterizedTest
    @CsvSource({"400,true", "401,true", "404,true", "307,true", "408,false", "429,false", "500,false", "503,false"})
    void send_tellsNeverFromLater(int status, boolean forGood) {
        answer = status;

        assertThatThrownBy(() -> gateway().send(SMS))
                .asInstanceOf(InstanceOfAssertFactories.type(GatewayException.class))
                .satisfies(failure -> {
                    assertThat(failure.isForGood()).isEqualTo(forGood);
                    assertThat(failure.getMessage()).doesNotContain("+7", "123456");
                });
    }

    @Test
    void send_triesLater_whereNobodyAnswers() {
        HttpGateway gateway = gateway();
        provider.stop(0);

        assertThatThrownBy(() -> gateway.send(SMS))
                .asInstanceOf(InstanceOfAssertFactories.type(GatewayException.class))
                .extracting(GatewayException::isForGood)
                .isEqualTo(false);
    }
}
