// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.Sites;

/**
 * A browser without a screen: keeps cookies of one site and the token of the last page. Each request goes to the loopback address; the
 * name in its Host header, which the module's pom allows tests to set, decides which site answers.
 */
final class Person {
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final List<Integer> ports;
    private final String host;
    private int requests;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    Person(Sites sites, Site site) {
        this(sites, site.host() + ":" + sites.port());
    }

    Person(Sites sites, String host) {
        this(List.of(sites.port()), host);
    }

    /**
     * Somebody before whom stands a balancer of the worst kind: each request goes to the next server.
     *
     * @param ports of the servers
     */
    Person(List<Integer> ports, String host) {
        this.ports = List.copyOf(ports);
        this.host = host;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String token() {
        return token;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html").GET());
    }

    HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** A file, exactly. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a form with the token of the last page. */
    HttpResponse<String> submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("_token", token);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file (RFC 7578). */
    HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] file)
            throws IOException, InterruptedException {
        String boundary = "----obnova";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("_token", token);
        all.forEach((field, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                        + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends JSON as the page's scripts do. */
    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return post(path, json, token);
    }

    HttpResponse<String> post(String path, String json, String sentToken) throws IOException, InterruptedException {
        return send(request(path)
                .header("Accept", "application/json")
                .header("X-Obnova-Token", sentToken)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        int port = ports.get(requests++ % ports.size());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", host);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    /** Logs in to the cabinet by phone, from its first page. */
    Person loggedIn(String phone) throws IOException, InterruptedException {
        open("/sign-in");
        submit("/sign-in/phone", Map.of("phone", phone));
        submit("/sign-in/code", Map.of("code", PreparedSites.CODE));
        open("/");
        return this;
    }

    /** Sends a form with a picture of a passport, as browsers do (RFC 7578). */
    HttpResponse<String> sendPassport(String path, byte[] picture, Map<String, String> fields)
            throws IOException, InterruptedException {
        String boundary = "----passport";
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("_token", token);
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"passport\"; filename=\"p.jpg\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, new String(picture, StandardCharsets.UTF_8), boundary));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }
}
