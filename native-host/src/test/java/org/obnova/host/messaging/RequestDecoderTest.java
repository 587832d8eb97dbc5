// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.protocol.Schemas;

/** Every parameter of every method: left out, of a wrong type, beside one that nobody knows; and what schema and decoder say alike. */
class RequestDecoderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITE = "'site':{'origin':'https://a.example','document':'d'}";
    private static final String SHA = "0123456789abcdef".repeat(4);

    /** For each method the fullest parameters. */
    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("hello", "{'protocol':1,'version':'0.1.0','language':'ru'}"),
            Map.entry("cancel", "{'id':'1'}"),
            Map.entry("sites.list", "{}"),
            Map.entry("consents.list", "{}"),
            Map.entry("consents.revoke", "{'origin':'https://a.example','operation':'sign'}"),
            Map.entry("certificates.list", "{" + SITE + ",'cursor':'c'}"),
            Map.entry("storages.list", "{" + SITE + "}"),
            Map.entry("pin.change", "{" + SITE + ",'storage':'token-0123456789abcdef'}"),
            Map.entry(
                    "request.create",
                    "{" + SITE + ",'application':'A-1','algorithm':'gost2012-256','storage':'computer','replaces':'"
                            + SHA
                            + "','request':'MAA=','subject':{'commonName':'А','surname':'А','givenName':'А','country':'RU',"
                            + "'snils':'11223344595','inn':'500100732259','email':'a@example.org'}}"),
            Map.entry(
                    "document.sign",
                    "{" + SITE + ",'kind':'receipt','title':'Т','text':'Т','renewal':'r','certificate':'" + SHA + "'}"),
            Map.entry("authentication.sign", "{" + SITE + ",'certificate':'" + SHA + "','nonce':'0123456789abcdef'}"),
            Map.entry("certificate.install", "{" + SITE + ",'renewal':'r','certificate':'MAA=','chain':['MAA=']}"),
            Map.entry("certificate.publish", "{" + SITE + ",'certificate':'" + SHA + "'}"),
            Map.entry("container.copy", "{" + SITE + ",'certificate':'" + SHA + "'}"),
            Map.entry("container.import", "{" + SITE + "}"),
            Map.entry("container.export", "{" + SITE + ",'certificate':'" + SHA + "'}"),
            Map.entry("password.change", "{" + SITE + ",'certificate':'" + SHA + "'}"),
            Map.entry("renewal.list", "{" + SITE + ",'cursor':'c'}"),
            Map.entry("renewal.resume", "{" + SITE + ",'renewal':'r'}"),
            Map.entry("renewal.abandon", "{" + SITE + ",'renewal':'r'}"),
            Map.entry("backups.list", "{" + SITE + ",'cursor':'c'}"),
            Map.entry("container.archive", "{" + SITE + ",'certificates':['" + SHA + "']}"),
            Map.entry("document.decrypt", "{" + SITE + ",'message':'MAA='}"),
            Map.entry("workstation.check", "{" + SITE + ",'service':'extern','file':true}"),
            Map.entry("workstation.install", "{" + SITE + ",'service':'extern','targets':['policy.chromium']}"),
            Map.entry("workstation.restart", "{" + SITE + "}"),
            Map.entry("workstation.uninstall", "{" + SITE + ",'targets':['roots.nss.shared','sites.windows']}"),
            Map.entry("sites.add", "{'origin':'https://portal.example'}"),
            Map.entry("sites.remove", "{'origin':'https://portal.example'}"),
            Map.entry("diagnostics.run", "{" + SITE + ",'repair':['host-manifest.chromium'],'bundle':true}"));

    @Test
    void everyMethod_isTriedHere() {
        assertThat(FULL.keySet()).containsExactlyInAnyOrderElementsOf(Method.ALL);
    }

    static Stream<String> methods() {
        return Method.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void decode_takeTheFullestParameters(String method) throws IOException {
        assertThatCode(() -> decode(method, full(method))).doesNotThrowAnyException();
        assertThat(Schemas.complaints(method + ".params", full(method).toString()))
                .isEmpty();
    }

    /** Paths of all parameters, e.g. {@code /site/origin}. */
    static Stream<Arguments> parameters() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (String method : Method.ALL) {
            full(method).fieldNames().forEachRemaining(name -> all.add(Arguments.of(method, "", name)));
            for (String inner : List.of("/site", "/subject")) {
                JsonNode object = full(method).at(inner);
                object.fieldNames().forEachRemaining(name -> all.add(Arguments.of(method, inner, name)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void decode_agreeWithTheSchema_whenAParameterIsLeftOut(String method, String inner, String name)
            throws IOException {
        ObjectNode params = full(method);
        ((ObjectNode) params.at(inner)).remove(name);
        boolean optional =
                Schemas.complaints(method + ".params", params.toString()).isEmpty();

        if (optional) {
            assertThatCode(() -> decode(method, params)).doesNotThrowAnyException();
        } else {
            refuses(method, params, name);
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void decode_refuseByName_whenAParameterIsOfAnotherType(String method, String inner, String name)
            throws IOException {
        for (String wrong : List.of("null", "true", "1.5", "-1", "''", "[1]", "{'a':1}", "[]")) {
            ObjectNode params = full(method);
            JsonNode value = json(wrong);
            ((ObjectNode) params.at(inner)).set(name, value);
            boolean fits = (List.of("chain", "repair").contains(name) && value.isEmpty() && value.isArray())
                    || (List.of("file", "bundle").contains(name) && value.isBoolean());
            if (!fits) {
                refuses(method, params, name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void decode_refuseByName_whenAParameterIsNotKnown(String method) throws IOException {
        refuses(method, full(method).put("unheard", 1), "unheard");
        for (String inner : List.of("/site", "/subject")) {
            ObjectNode params = full(method);
            if (params.at(inner) instanceof ObjectNode object) {
                object.put("unheard", 1);
                refuses(method, params, "unheard");
            }
        }
    }

    static Stream<Arguments> outOfBounds() {
        String upper = SHA.replace('a', 'A');
        return Stream.of(
                Arguments.of("hello", "protocol", "2147483648"),
                Arguments.of("hello", "language", "'RU'"),
                Arguments.of("hello", "version", "'" + "1".repeat(65) + "'"),
                Arguments.of("cancel", "id", "'" + "1".repeat(65) + "'"),
                Arguments.of("cancel", "id", "9007199254740992"),
                Arguments.of("consents.revoke", "operation", "'everything'"),
                Arguments.of("certificates.list", "cursor", "'a b'"),
                Arguments.of("request.create", "application", "'a/b'"),
                Arguments.of("request.create", "application", "'" + "a".repeat(65) + "'"),
                Arguments.of("request.create", "replaces", "'" + upper + "'"),
                Arguments.of("request.create", "request", "'MAA'"),
                Arguments.of("renewal.abandon", "renewal", "'a/b'"),
                Arguments.of("document.sign", "renewal", "'a.b'"),
                Arguments.of("document.sign", "kind", "'contract'"),
                Arguments.of("document.sign", "title", "'" + "a".repeat(201) + "'"),
                Arguments.of("document.sign", "text", "'" + "a".repeat(200_001) + "'"),
                Arguments.of("document.sign", "certificate", "'" + SHA.substring(1) + "'"),
                Arguments.of("document.sign", "certificate", "'" + "g".repeat(64) + "'"),
                Arguments.of("authentication.sign", "nonce", "'0123456789abcde'"),
                Arguments.of("authentication.sign", "nonce", "'" + "a".repeat(129) + "'"),
                Arguments.of("authentication.sign", "nonce", "'0123456789abcde\\n'"),
                Arguments.of("certificate.install", "certificate", "'MAA'"),
                Arguments.of("certificate.install", "certificate", "'MA=='x"),
                Arguments.of("certificate.install", "certificate", "'MA_='"),
                Arguments.of("certificate.install", "certificate", "'MAA=\\n'"),
                Arguments.of("certificate.install", "certificate", "'" + "AAAA".repeat(16_385) + "'"),
                Arguments.of("certificate.install", "chain", "['MAA=',1]"),
                Arguments.of("certificate.install", "chain", "[" + "'MAA=',".repeat(8) + "'MAA=']"));
    }

    @ParameterizedTest
    @MethodSource("outOfBounds")
    void decode_refuseByName_asTheSchemaDoes_whenAValueIsOutOfBounds(String method, String name, String value)
            throws IOException {
        ObjectNode params = full(method);
        params.set(name, json(value.replace("'x", "x'")));

        refuses(method, params, name);
        assertThat(Schemas.complaints(method + ".params", params.toString())).isNotEmpty();
    }

    @Test
    void decode_refuse_whenBase64HasStrayLastBits() throws IOException {
        ObjectNode params = full("certificate.install").put("certificate", "MAB=");

        refuses("certificate.install", params, "certificate");
    }

    @Test
    void decode_refuse_whenAStatementNamesARenewal() throws IOException {
        ObjectNode params = full("document.sign").put("kind", "statement");

        refuses("document.sign", params, "renewal");
        assertThat(Schemas.complaints("document.sign.params", params.toString()))
                .isNotEmpty();
    }

    private static void refuses(String method, ObjectNode params, String name) {
        assertThatThrownBy(() -> decode(method, params)).as("%s", params).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
            assertThat(fault).hasMessageContaining(name);
        });
    }

    private static Request decode(String method, ObjectNode params) {
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        request.set("params", params);
        return Envelope.open(request.toString().getBytes(StandardCharsets.UTF_8))
                .request();
    }

    private static ObjectNode full(String method) throws IOException {
        return (ObjectNode) json(FULL.getOrDefault(method, "{}"));
    }

    private static JsonNode json(String singleQuoted) throws IOException {
        return JSON.readTree(singleQuoted.replace('\'', '"'));
    }
}
