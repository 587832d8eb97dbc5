// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at one site of the server, who comes from an address of his own (127.x.y.z): the server counts requests by address. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final HttpClient client;
    private final String host;
    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    /** @param site address of the site, without a trailing slash */
    Visitor(HttpClient client, String site) {
        URI address = URI.create(site);
        this.client = client;
        this.host = address.getAuthority();
        this.port = address.getPort();
    }

    /** @param number which of the addresses, 1 to 65000 */
    static HttpClient from(int number) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByAddress(new byte[] {127, 1, (byte) (number >> 8), (byte) number}))
                .build();
    }

    byte[] get(String path) throws IOException, InterruptedException {
        return send(request(path).GET(), 200);
    }

    void submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_token", token);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                303);
    }

    void post(String path, String json) throws IOException, InterruptedException {
        send(
                request(path)
                        .header("Accept", "application/json")
                        .header("X-Obnova-Token", token)
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                200);
    }

    byte[] post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)), 200);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Host", host);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    /** A connection that the server has closed meanwhile is no answer: browsers send again, too. */
    private HttpResponse<byte[]> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException closed) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private byte[] send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = sent(request.build());
        if (answer.statusCode() != expected) {
            throw new IOException(answer.request().uri() + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html")) {
            Matcher found = TOKEN.matcher(new String(answer.body(), StandardCharsets.UTF_8));
            if (found.find()) {
                token = found.group(1);
            }
        }
        return answer.body();
    }
}
