// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.media;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rules of media from JSON, and takes nothing that it does not know: a misspelt rule would be no rule. */
public final class MediaRulesFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String PRODUCTS = "products";
    private static final String SERVICE_CENTRE_ONLY = "serviceCentreOnly";
    private static final String ONLY = "only";
    private static final String FORMAT_VERSION = "formatVersion";

    private MediaRulesFile() {}

    /** The rules that come with the CA. */
    public static MediaRules bundled() {
        try (InputStream file =
                Objects.requireNonNull(MediaRulesFile.class.getResourceAsStream("media-rules.json"), "media rules")) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the rules of media", e);
        }
    }

    /**
     * @throws IOException where it is not JSON
     * @throws IllegalArgumentException where it holds anything but rules
     */
    static MediaRules read(InputStream file) throws IOException {
        JsonNode root = JSON.readTree(file);
        keys(root, Set.of(FORMAT_VERSION, PRODUCTS, SERVICE_CENTRE_ONLY, ONLY));
        if (root.path(FORMAT_VERSION).asInt() != 1) {
            throw new IllegalArgumentException("another format version");
        }
        Map<String, MediaRules.Name> products = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> product : root.path(PRODUCTS).properties()) {
            keys(product.getValue(), Set.of("ru", "en"));
            products.put(
                    product.getKey(),
                    new MediaRules.Name(
                            text(product.getValue().path("ru")),
                            text(product.getValue().path("en"))));
        }
        Map<CertificateUse, List<String>> only = new EnumMap<>(CertificateUse.class);
        for (Map.Entry<String, JsonNode> use : root.path(ONLY).properties()) {
            only.put(
                    CertificateUse.of(use.getKey())
                            .orElseThrow(() -> new IllegalArgumentException("no use: " + use.getKey())),
                    texts(use.getValue()));
        }
        return new MediaRules(products, Set.copyOf(texts(root.path(SERVICE_CENTRE_ONLY))), only);
    }

    private static void keys(JsonNode node, Set<String> expected) {
        Set<String> found = new TreeSet<>();
        node.fieldNames().forEachRemaining(found::add);
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("fields " + found + " instead of " + expected);
        }
    }

    private static List<String> texts(JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("not a list");
        }
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(text(element)));
        return texts;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("not a text");
        }
        return node.textValue();
    }
}
