// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void read_giveTheTree_whenTheTextIsStrict() throws JsonException {
        assertThat(read(" {\"a\":[1,-2,true,null,\"\\ud83d\\ude00я\"],\"b\":{\"c\":1.5}} \n"))
                .isEqualTo(new Json.Members(Map.of(
                        "a",
                        new Json.Items(List.of(
                                new Json.Whole(1),
                                new Json.Whole(-2),
                                new Json.Truth(true),
                                new Json.Null(),
                                new Json.Text("😀я"))),
                        "b",
                        new Json.Members(Map.of("c", new Json.OtherNumber("1.5"))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{} {}",
                "{},",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "/*c*/{}",
                "{} //c",
                "{} #c",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":0x10}",
                "{\"a\":True}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"\\ud800\":1}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":123456789012345678901234567890123}",
            })
    void read_refuse_whenTheTextIsNotStrict(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 ff 22", // no lead
                "22 80 22", // a continuation alone
                "22 c0 80 22", // overlong NUL
                "22 c1 bf 22", // overlong
                "22 e0 80 80 22", // overlong
                "22 e0 9f bf 22", // overlong
                "22 f0 80 80 80 22", // overlong
                "22 f0 8f bf bf 22", // overlong
                "22 ed a0 80 22", // a surrogate
                "22 ed bf bf 22", // a surrogate
                "22 f4 90 80 80 22", // above U+10FFFF
                "22 f5 80 80 80 22", // above U+10FFFF
                "22 e2 82 22", // cut off
                "22 d0", // cut off at the end
                "22 00 22", // raw NUL
                "ef bb bf 7b 7d", // byte order mark
                "7b 00 7d 00", // UTF-16
                "00 00 00 7b 00 00 00 7d", // UTF-32
                "ff fe 7b 00 7d 00", // UTF-16 with mark
            })
    void read_refuse_whenTheOctetsAreNotUtf8(String hex) {
        byte[] octets = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThatThrownBy(() -> JsonText.read(octets)).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u007f", "ÿ", "\u0800", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "\udbff\udfff"})
    void read_take_whenTheCharacterIsAtTheEdgeOfItsLength(String character) throws JsonException {
        assertThat(read("\"" + character + "\"")).isEqualTo(new Json.Text(character));
    }

    @Test
    void read_takeSixtyFourLevelsAndRefuseOneMore() throws JsonException {
        assertThat(read("[".repeat(64) + "]".repeat(64))).isInstanceOf(Json.Items.class);
        assertThatThrownBy(() -> read("[".repeat(65) + "]".repeat(65))).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> read("{\"a\":".repeat(65) + "1" + "}".repeat(65)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void read_refuse_whenASmallTextWouldBecomeALargeTree() {
        assertThatThrownBy(() -> read("[" + "0,".repeat(JsonText.MAX_VALUES) + "0]"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void read_keepTheValueOutOfTheMessage_whenItRefuses() {
        assertThatThrownBy(() -> read("{\"password\": hunter2}"))
                .isInstanceOf(JsonException.class)
                .hasMessageNotContaining("hunter2");
    }

    private static Json read(String text) throws JsonException {
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
