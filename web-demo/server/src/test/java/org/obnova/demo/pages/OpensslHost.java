// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.Openssl;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.CertificateSubject;
import org.obnova.demo.ca.KeyFile;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Stands behind the pages of the real server where the application on the computer stands: openssl signs with a key of the handout, makes the new key and its request. The
 * page waits until the test has it answered.
 */
final class OpensslHost {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RENEWAL = "r1";

    private final ChromeDriver browser;
    private final Openssl openssl;
    private final CaProfile profile;
    private final Path handout;
    private @Nullable Path key;
    private String installed = "";

    /**
     * From the next page on.
     *
     * @param folder of the server's data; it and what openssl writes go together
     */
    OpensslHost(ChromeDriver browser, Path folder, CaProfile profile) throws IOException {
        this.browser = browser;
        this.openssl = new Openssl(Files.createDirectories(folder.resolve("openssl")));
        this.profile = profile;
        this.handout = folder.resolve("handout");
        browser.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "window.held = ['document.sign', 'request.create', 'certificate.install'];"));
        ExtensionScript.install(browser);
    }

    /** Signs the text that the page hands over, with the key of that name in the handout. */
    void sign(String name) throws IOException {
        char[] password = Files.readString(handout.resolve("password.txt")).toCharArray();
        KeyFile keys = KeyFile.open(Files.readAllBytes(handout.resolve(name + ".p12")), password);
        answer("document.sign", order -> {
            byte[] text = order.get("text").asText().getBytes(StandardCharsets.UTF_8);
            return Map.of(
                    "signature",
                    base64(openssl.sign(keys, profile, text)),
                    "certificate",
                    order.get("certificate").asText());
        });
    }

    /** Makes the key and its request. */
    void request() {
        answer("request.create", order -> {
            Path made = openssl.key(profile);
            key = made;
            return Map.of(
                    "renewal",
                    RENEWAL,
                    "request",
                    base64(openssl.request(made, profile, subject(order.get("subject")))),
                    "storage",
                    "stick",
                    "storageLabel",
                    "KINGSTON");
        });
    }

    /** Takes the certificate that the page hands over. The page asks for the renewal's name first, as after a pause. */
    void install() {
        answer(
                "request.create",
                order -> Map.of(
                        "renewal",
                        RENEWAL,
                        "request",
                        order.get("request").asText(),
                        "storage",
                        "stick",
                        "storageLabel",
                        "KINGSTON"));
        answer("certificate.install", order -> {
            installed = order.get("certificate").asText();
            return Map.of(
                    "sha256", "c1", "storage", "stick", "storageLabel", "KINGSTON", "notAfter", "2027-11-22T00:00:00Z");
        });
    }

    /** What openssl says of the certificate that was installed, {@code -issuer} for one. */
    String says(String... options) {
        Path file = openssl.file("new.der", Base64.getDecoder().decode(installed));
        String[] all = new String[options.length + 6];
        System.arraycopy(new String[] {"x509", "-inform", "DER", "-in", file.toString(), "-noout"}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        return openssl.run(all).output();
    }

    /** The public key that was made here, PEM. */
    String publicKey() {
        return openssl.run("pkey", "-in", Objects.requireNonNull(key).toString(), "-pubout")
                .output();
    }

    private void answer(String method, Function<JsonNode, Map<String, String>> work) {
        await(method)
                .atMost(RealCabinet.PATIENCE)
                .until(() -> method.equals(browser.executeScript("return window.awaiting?.method")));
        try {
            JsonNode order = JSON.readTree(
                    String.valueOf(browser.executeScript("return JSON.stringify(window.awaiting.params)")));
            browser.executeScript(
                    "const {answer} = window.awaiting; delete window.awaiting; answer(JSON.parse(arguments[0]))",
                    JSON.writeValueAsString(work.apply(order)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static CertificateSubject subject(JsonNode named) {
        return new CertificateSubject(
                named.get("commonName").asText(),
                named.get("surname").asText(),
                named.get("givenName").asText(),
                named.get("country").asText(),
                named.get("snils").asText(),
                named.get("inn").asText(),
                named.path("email").asText(null));
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }
}
