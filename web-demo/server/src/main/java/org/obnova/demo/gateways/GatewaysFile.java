// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of the gateways as a JSON object: {@code formatVersion} 1, and any of {@code mail} (host, port, security, from, user, passwordFile),
 * {@code sms} and {@code calls} (url, tokenFile). Secrets stand in files of their own, named relative to this one.
 */
public final class GatewaysFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path folder;

    private GatewaysFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidGatewaysException when it says anything but what is known
     */
    public static GatewaySettings read(Path file) {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new InvalidGatewaysException("not a JSON object: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidGatewaysException("cannot be read: " + file.getFileName());
        }
        Path folder = file.toAbsolutePath().getParent();
        return new GatewaysFile(folder == null ? Path.of("") : folder).settings(root);
    }

    private GatewaySettings settings(JsonNode root) {
        known(root, "", Set.of("formatVersion", "mail", "sms", "calls"));
        if (!root.path("formatVersion").isInt() || root.path("formatVersion").intValue() != 1) {
            throw new InvalidGatewaysException("formatVersion must be 1");
        }
        return new GatewaySettings(
                Optional.ofNullable(root.get("mail")).map(this::mail),
                Optional.ofNullable(root.get("sms")).map(node -> provider(node, "sms")),
                Optional.ofNullable(root.get("calls")).map(node -> provider(node, "calls")));
    }

    private GatewaySettings.Mail mail(JsonNode node) {
        known(node, "mail.", Set.of("host", "port", "security", "from", "user", "passwordFile"));
        String security = text(node, "mail.", "security");
        if (node.has("user") != node.has("passwordFile")) {
            throw new InvalidGatewaysException("mail.user and mail.passwordFile belong together");
        }
        return new GatewaySettings.Mail(
                text(node, "mail.", "host"),
                node.path("port").isInt() ? node.path("port").intValue() : 0,
                Arrays.stream(GatewaySettings.Security.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(security))
                        .findFirst()
                        .orElseThrow(
                                () -> new InvalidGatewaysException("mail.security must be one of none, tls, starttls")),
                text(node, "mail.", "from"),
                node.has("user")
                        ? Optional.of(new GatewaySettings.Login(
                                text(node, "mail.", "user"), secret(text(node, "mail.", "passwordFile"))))
                        : Optional.empty());
    }

    private GatewaySettings.Provider provider(JsonNode node, String name) {
        known(node, name + ".", Set.of("url", "tokenFile"));
        Optional<String> token =
                node.has("tokenFile") ? Optional.of(secret(text(node, name + ".", "tokenFile"))) : Optional.empty();
        try {
            return new GatewaySettings.Provider(new URI(text(node, name + ".", "url")), token);
        } catch (URISyntaxException e) {
            throw new InvalidGatewaysException(name + ".url must be an address");
        }
    }

    private String secret(String name) {
        try {
            String secret = Files.readString(folder.resolve(name)).strip();
            if (secret.isEmpty()) {
                throw new InvalidGatewaysException("empty: " + name);
            }
            return secret;
        } catch (IOException e) {
            throw new InvalidGatewaysException("cannot be read: " + name);
        }
    }

    private static String text(JsonNode node, String prefix, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new InvalidGatewaysException(prefix + key + " must be a text");
        }
        return value.textValue();
    }

    private static void known(JsonNode node, String prefix, Set<String> keys) {
        if (!node.isObject()) {
            throw new InvalidGatewaysException((prefix.isEmpty() ? "the file" : prefix) + " must be a JSON object");
        }
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw new InvalidGatewaysException("unknown settings: " + prefix + String.join(", " + prefix, unknown));
        }
    }
}
