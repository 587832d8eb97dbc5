// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.storage.NotListed.Text;
import org.obnova.host.storage.TokenFacts.Manner;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Mechanism;

/** Reads {@code profiles.json}: recipes by name, then profiles that use them. Numbers of PKCS#11 are hexadecimal texts, as the standard prints them. */
final class ProfileReader {
    private static final int MAX_ITEMS = 100;
    private static final int MAX_TEXT = 500;

    private record Named(KeyAlgorithm algorithm, KeyRecipe recipe) {}

    private ProfileReader() {}

    static List<VendorProfile> read(byte[] json) throws JsonException {
        Fields fields = Fields.of("", JsonText.read(json));
        Map<String, Named> recipes = new HashMap<>();
        for (Json each : fields.items("recipes", MAX_ITEMS)) {
            Fields recipe = Fields.of("recipes[]", each);
            String name = recipe.text("name", 1, MAX_TEXT);
            if (recipes.put(name, recipe(recipe)) != null) {
                throw recipe.wrong("name", "there twice");
            }
        }
        List<VendorProfile> profiles = new ArrayList<>();
        for (Json each : fields.items("profiles", MAX_ITEMS)) {
            profiles.add(profile(Fields.of("profiles[]", each), recipes));
        }
        fields.end();
        return List.copyOf(profiles);
    }

    private static Named recipe(Fields fields) throws JsonException {
        KeyAlgorithm algorithm = KeyAlgorithm.ofWireName(fields.text("algorithm", 1, MAX_TEXT))
                .orElseThrow(() -> fields.wrong("algorithm", "not known"));
        long keyType = number(fields, "keyType");
        KeyRecipe recipe = new KeyRecipe(
                keyType,
                Mechanism.of(number(fields, "generation")),
                Mechanism.of(number(fields, "signature")),
                KeyRecipe.Input.valueOf(fields.text("input", 1, MAX_TEXT)
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                template(keyType, fields, "public"),
                template(keyType, fields, "private"));
        fields.end();
        return new Named(algorithm, recipe);
    }

    private static List<Attribute> template(long keyType, Fields fields, String key) throws JsonException {
        List<Attribute> template = new ArrayList<>();
        template.add(Attribute.of(0x100, keyType)); // CKA_KEY_TYPE
        for (Json each : fields.items(key, MAX_ITEMS)) {
            template.add(attribute(Fields.of(key.concat("[]"), each)));
        }
        return template;
    }

    private static Attribute attribute(Fields fields) throws JsonException {
        fields.text("name", 1, MAX_TEXT); // For the reader of the file.
        long type = number(fields, "type");
        Boolean flag = fields.optionalTruth("flag");
        Long number = fields.optionalWhole("number", 0, Integer.MAX_VALUE);
        String octets = fields.optionalText("octets", 2, MAX_TEXT);
        fields.end();
        if (flag != null) {
            return Attribute.of(type, flag.booleanValue());
        }
        if (number != null) {
            return Attribute.of(type, number.longValue());
        }
        if (octets == null) {
            throw fields.wrong("octets", "no value at all");
        }
        return Attribute.of(type, octets(fields, octets));
    }

    private static VendorProfile profile(Fields fields, Map<String, Named> recipes) throws JsonException {
        Fields recognised = fields.object("recognised");
        VendorProfile.Recognition recognition =
                new VendorProfile.Recognition(texts(recognised, "manufacturer"), texts(recognised, "model"));
        recognised.end();
        try {
            VendorProfile profile = new VendorProfile(
                    fields.text("id", 1, MAX_TEXT),
                    names(fields),
                    recognition,
                    texts(fields, "modules"),
                    manner(fields),
                    recipesOf(fields, recipes),
                    fields.optionalText("factoryPin", 1, 64),
                    text(fields.object("unblock")),
                    whole(fields, "largestObject"),
                    Boolean.TRUE.equals(fields.optionalTruth("onlyByServiceCentre")),
                    Boolean.TRUE.equals(fields.optionalTruth("forCustoms")));
            fields.end();
            return profile;
        } catch (IllegalArgumentException e) {
            throw fields.wrong("profile", String.valueOf(e.getMessage()));
        }
    }

    private static List<VendorProfile.Name> names(Fields fields) throws JsonException {
        List<VendorProfile.Name> names = new ArrayList<>();
        for (Json each : fields.items("names", MAX_ITEMS)) {
            Fields name = Fields.of("names[]", each);
            Long mechanism = name.has("mechanism") ? (Long) number(name, "mechanism") : null;
            names.add(new VendorProfile.Name(text(name), mechanism));
        }
        return names;
    }

    private static @Nullable Manner manner(Fields fields) throws JsonException {
        String word = fields.text("manner", 1, MAX_TEXT);
        return switch (word) {
            case "active" -> Manner.ACTIVE;
            case "passive" -> Manner.PASSIVE;
            case "by-mechanisms" -> null;
            default -> throw fields.wrong("manner", "not known");
        };
    }

    private static Map<KeyAlgorithm, KeyRecipe> recipesOf(Fields fields, Map<String, Named> recipes)
            throws JsonException {
        Map<KeyAlgorithm, KeyRecipe> mine = new EnumMap<>(KeyAlgorithm.class);
        for (String name : texts(fields, "recipes")) {
            Named named = recipes.get(name);
            if (named == null || mine.put(named.algorithm(), named.recipe()) != null) {
                throw fields.wrong("recipes", "not known, or two of one algorithm: ".concat(name));
            }
        }
        return mine;
    }

    private static Text text(Fields fields) throws JsonException {
        Text text = new Text(fields.text("ru", 1, MAX_TEXT), fields.text("en", 1, MAX_TEXT));
        fields.end();
        return text;
    }

    private static List<String> texts(Fields fields, String key) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Json each : fields.items(key, MAX_ITEMS)) {
            if (!(each instanceof Json.Text(String value)) || value.isEmpty()) {
                throw fields.wrong(key, "not an array of texts");
            }
            texts.add(value);
        }
        return texts;
    }

    private static int whole(Fields fields, String key) throws JsonException {
        Long value = fields.optionalWhole(key, 1, Integer.MAX_VALUE);
        if (value == null) {
            throw fields.wrong(key, "missing");
        }
        return value.intValue();
    }

    private static long number(Fields fields, String key) throws JsonException {
        String text = fields.text(key, 3, 18);
        try {
            if (text.startsWith("0x")) {
                return HexFormat.fromHexDigitsToLong(text, 2, text.length());
            }
        } catch (IllegalArgumentException e) {
            throw fields.wrong(key, "not a hexadecimal number");
        }
        throw fields.wrong(key, "does not begin with 0x");
    }

    private static byte[] octets(Fields fields, String hex) throws JsonException {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("octets", "not hexadecimal");
        }
    }
}
