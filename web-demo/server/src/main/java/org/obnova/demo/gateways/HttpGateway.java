// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.obnova.demo.notifications.Message;

/**
 * SMS and calls by a provider: {@code POST} of a JSON object {@code {"id", "kind": "sms" | "call", "to", "from", "text"}}, phones as {@code +7…}, the id
 * also as {@code Idempotency-Key}. 2xx takes the message over; 408, 425, 429 and 5xx mean later; anything else means never.
 */
final class HttpGateway implements Gateway {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final GatewaySettings.Provider provider;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    HttpGateway(GatewaySettings.Provider provider) {
        this.provider = provider;
        this.client = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void send(Message message) throws GatewayException {
        int status = status(message);
        if (status / 100 != 2) {
            boolean later = LATER.contains(status) || status >= 500;
            throw new GatewayException("provider answers " + status, !later);
        }
    }

    private int status(Message message) throws GatewayException {
        byte[] body;
        try {
            body = json.writeValueAsBytes(json.createObjectNode()
                    .put("id", message.id())
                    .put("kind", message.kind().name().toLowerCase(Locale.ROOT))
                    .put("to", message.to())
                    .put("from", message.from())
                    .put("text", message.text()));
            HttpRequest.Builder request = HttpRequest.newBuilder(provider.url())
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", message.id())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            provider.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new GatewayException("provider not reached: " + e.getClass().getSimpleName(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException("stopped", false);
        }
    }
}
