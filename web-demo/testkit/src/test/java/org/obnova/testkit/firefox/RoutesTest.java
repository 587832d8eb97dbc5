// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit.firefox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a request, without a Firefox. */
class RoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private String sent = "";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | url                       | {"url":"http://a/"}              | WebDriver:Navigate {"url":"http://a/"}
                    POST   | element/7/element         | {"using":"xpath","value":"//p"}  | WebDriver:FindElement {"using":"xpath","value":"//p","element":"7"}
                    POST   | shadow/7/elements         | {"using":"xpath","value":"//p"}  | WebDriver:FindElementsFromShadowRoot {"using":"xpath","value":"//p","shadowRoot":"7"}
                    GET    | element/7/attribute/name  | {}                               | WebDriver:GetElementAttribute {"id":"7","name":"name"}
                    GET    | element/7/css/color       | {}                               | WebDriver:GetElementCSSValue {"id":"7","propertyName":"color"}
                    GET    | element/7/screenshot      | {}                               | WebDriver:TakeScreenshot {"full":false,"id":"7"}
                    GET    | element/active            | {}                               | WebDriver:GetActiveElement {}
                    DELETE | cookie/a                  | {}                               | WebDriver:DeleteCookie {"name":"a"}
                    DELETE | cookie                    | {}                               | WebDriver:DeleteAllCookies {}
                    POST   | frame                     | {"id":null}                      | WebDriver:SwitchToFrame {"id":null}
                    POST   | frame                     | {"id":2}                         | WebDriver:SwitchToFrame {"id":2}
                    POST   | moz/context               | {"context":"chrome"}             | Marionette:SetContext {"value":"chrome"}
                    """)
    void commandOfMarionette(String method, String path, String body, String command) throws Exception {
        run(method, path, body, "null");

        int space = command.indexOf(' ');
        assertThat(sent).startsWith(command.substring(0, space + 1));
        assertThat(JSON.readTree(sent.substring(space))).isEqualTo(JSON.readTree(command.substring(space)));
    }

    @Test
    void frameIsNamedByAnElement() throws Exception {
        run("POST", "frame", "{\"id\":{\"" + Translations.ELEMENT + "\":\"7\"}}", "null");
        assertThat(sent).isEqualTo("WebDriver:SwitchToFrame {\"element\":\"7\"}");

        for (String body : List.of("{}", "{\"id\":\"name\"}", "{\"id\":{}}", "{\"id\":1.5}")) {
            WebDriverError error = catchThrowableOfType(WebDriverError.class, () -> run("POST", "frame", body, "null"));
            assertThat(error.error()).as(body).isEqualTo("invalid argument");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"value":"x"}           | "x"
                    {"value":null}          | null
                    {"value":{"value":1}}   | {"value":1}
                    {"x":1,"value":2}       | {"x":1,"value":2}
                    [{"value":1}]           | [{"value":1}]
                    {"implicit":0}          | {"implicit":0}
                    """)
    void valueOfTheReply(String result, String value) throws Exception {
        assertThat(run("GET", "title", "{}", result)).isEqualTo(JSON.readTree(value));
    }

    @Test
    void oneCookieOfAll() throws Exception {
        String all = "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"2\"}]";

        assertThat(run("GET", "cookie/b", "{}", all).path("value").asText()).isEqualTo("2");
        assertThatThrownBy(() -> run("GET", "cookie/c", "{}", all)).isInstanceOf(WebDriverError.class);
    }

    @Test
    void noRequestHasTwoMeanings() {
        Set<String> seen = new HashSet<>();
        for (Route route : Routes.ALL) {
            assertThat(seen.add(route.method() + " " + route.path()))
                    .as(route.path())
                    .isTrue();
            List<String> own = List.of(route.path().split("/", -1));
            assertThat(Routes.ALL.stream().filter(other -> other.method().equals(route.method()) && other.leads(own)))
                    .as(route.path())
                    .containsExactly(route);
        }
    }

    private JsonNode run(String method, String path, String body, String result) throws IOException, WebDriverError {
        List<String> segments = List.of(path.split("/", -1));
        Route route = Routes.ALL.stream()
                .filter(one -> one.method().equals(method) && one.leads(segments))
                .findFirst()
                .orElseThrow();
        ObjectNode parameters = (ObjectNode) JSON.readTree(body);
        route.variables(segments, parameters);
        return route.translation()
                .run(
                        (command, given) -> {
                            sent = command + " " + given;
                            return JSON.readTree(result);
                        },
                        parameters);
    }
}
