// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

class MediaRulesTest {
    private static final MediaRules RULES = MediaRulesFile.bundled();

    @ParameterizedTest
    @CsvSource({
        "GENERAL,,true",
        "GENERAL,computer,true",
        "GENERAL,removable,true",
        "GENERAL,rutoken-ecp,true",
        "GENERAL,rutoken-lite,true",
        "GENERAL,generic,true",
        "GENERAL,never-heard-of,true",
        "GENERAL,esmart,false",
        "GENERAL,esmart-gost,false",
        "CUSTOMS,rutoken-lite,true",
        "CUSTOMS,jacarta-lt,true",
        "CUSTOMS,,false",
        "CUSTOMS,computer,false",
        "CUSTOMS,removable,false",
        "CUSTOMS,rutoken-ecp,false",
        "CUSTOMS,rutoken-s,false",
        "CUSTOMS,jacarta-2-gost,false",
        "CUSTOMS,generic,false",
        "CUSTOMS,esmart,false"
    })
    void medium_isJudgedByUseAndProduct(CertificateUse use, @Nullable String what, boolean allowed) {
        Medium medium = what == null ? null : medium(what);
        if (allowed) {
            assertThatCode(() -> RULES.check(use, medium)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> RULES.check(use, medium))
                    .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                    .extracting(Problem::code)
                    .isEqualTo(ProblemCode.MEDIUM_NOT_ALLOWED);
        }
    }

    @Test
    void accepted_areNamedInBothLanguages() {
        assertThat(RULES.accepted(CertificateUse.CUSTOMS)).containsExactly("rutoken-lite", "jacarta-lt");
        assertThat(RULES.accepted(CertificateUse.GENERAL)).isEmpty();
        assertThat(RULES.products()).containsEntry("rutoken-lite", new MediaRules.Name("Рутокен Lite", "Rutoken Lite"));
    }

    @Test
    void products_areThoseThatTheHostCanTellApart() throws IOException {
        Path profiles =
                Path.of("../../native-host/src/main/resources/org/obnova/host/storage/token/profile/profiles.json");
        Set<String> known = new TreeSet<>();
        new ObjectMapper()
                .readTree(Files.readAllBytes(profiles))
                .path("profiles")
                .forEach(profile -> known.add(profile.path("id").asText()));
        assertThat(known).contains("generic").containsAll(RULES.products().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'formatVersion': 2, 'products': {}, 'serviceCentreOnly': [], 'only': {}}",
                "{'formatVersion': 1, 'products': {}, 'serviceCentreOnly': []}",
                "{'formatVersion': 1, 'products': {}, 'serviceCentreOnly': [], 'only': {}, 'more': 1}",
                "{'formatVersion': 1, 'products': {}, 'serviceCentreOnly': 'a', 'only': {}}",
                "{'formatVersion': 1, 'products': {}, 'serviceCentreOnly': [1], 'only': {}}",
                "{'formatVersion': 1, 'products': {}, 'serviceCentreOnly': ['a'], 'only': {}}",
                "{'formatVersion': 1, 'products': {'A b': {'ru': 'А', 'en': 'A'}}, 'serviceCentreOnly': [], 'only': {}}",
                "{'formatVersion': 1, 'products': {'a': {'ru': 'А'}}, 'serviceCentreOnly': [], 'only': {}}",
                "{'formatVersion': 1, 'products': {'a': {'ru': ' ', 'en': 'A'}}, 'serviceCentreOnly': [], 'only': {}}",
                "{'formatVersion': 1, 'products': {'a': {'ru': 'А', 'en': 'A'}}, 'serviceCentreOnly': [], 'only': {'army': ['a']}}",
                "{'formatVersion': 1, 'products': {'a': {'ru': 'А', 'en': 'A'}}, 'serviceCentreOnly': [], 'only': {'customs': []}}",
                "{'formatVersion': 1, 'products': {'a': {'ru': 'А', 'en': 'A'}}, 'serviceCentreOnly': [], 'only': {'customs': ['a', 'a']}}",
                "{'formatVersion': 1, 'products': {'a': {'ru': 'А', 'en': 'A'}}, 'serviceCentreOnly': [], 'only': {'customs': ['b']}}",
                "{'formatVersion': 1, 'products': {'a': {'ru': 'А', 'en': 'A'}}, 'serviceCentreOnly': ['a'], 'only': {'customs': ['a']}}"
            })
    void rules_thatMeanNothing_areRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{'formatVersion': 1, 'formatVersion': 1, 'products': {}, 'serviceCentreOnly': [], 'only': {}}",
                "{'formatVersion': 1, 'products': {}, 'serviceCentreOnly': [], 'only': {}} x"
            })
    void rules_thatAreNoJson_areRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOfAny(IOException.class, IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "floppy|-|-|A",
                "computer|rutoken-ecp|-|A",
                "computer|-|active|A",
                "token|Rutoken|-|A",
                "token|rutoken-ecp|asleep|A",
                "token|rutoken-ecp|active|' '",
                "token|rutoken-ecp|active|A\tB"
            },
            delimiter = '|',
            nullValues = "-")
    void medium_thatCannotBe_isFieldInvalid(
            String kind, @Nullable String product, @Nullable String manner, String label) {
        assertThatThrownBy(() -> new Medium(kind, product, manner, label))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.FIELD_INVALID);
    }

    @Test
    void label_isAsLongAsAPersonReads() {
        assertThatCode(() -> new Medium("computer", null, null, "я".repeat(200)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Medium("computer", null, null, "я".repeat(201)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void key_mayLeaveAnythingButTheTokenThatMadeIt() {
        assertThat(new Medium("token", "rutoken-ecp", "active", "Р").keyMayLeave())
                .isFalse();
        assertThat(new Medium("token", "rutoken-lite", "passive", "Р").keyMayLeave())
                .isTrue();
        assertThat(new Medium("removable", null, null, "Флешка").keyMayLeave()).isTrue();
    }

    private static Medium medium(String what) {
        return what.equals("computer") || what.equals("removable")
                ? new Medium(what, null, null, what)
                : new Medium("token", what, "passive", what);
    }

    private static MediaRules read(String json) throws IOException {
        return MediaRulesFile.read(
                new ByteArrayInputStream(json.replace('\'', '"').getBytes(UTF_8)));
    }
}
