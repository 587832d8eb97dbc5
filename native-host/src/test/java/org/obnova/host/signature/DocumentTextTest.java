// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.Faults;

class DocumentTextTest {
    @Test
    void signedBytesAreExactlyTheUtf8() {
        String text = "Заявление\n\tПрошу продлить сертификат № 5. Ёлкина А.\n🔑\n";
        assertThat(new DocumentText(text).utf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "a\u0000b",
                "a\rb",
                "a\r\nb",
                "a\u001Bb",
                "a\u007Fb",
                "a\u0085b",
                "a\u061Cb",
                "a\u200Eb",
                "a\u200Fb",
                "a\u202Ab",
                "a\u202Eb",
                "a\u2066b",
                "a\u2069b",
                "a\u200Bb",
                "a\uFEFFb",
                "a\u034Fb",
                "a\u115Fb",
                "a\u17B4b",
                "a\u180Bb",
                "a\u2800b",
                "a\u3164b",
                "a\uFE0Fb",
                "a\uFFA0b",
                "a\uDB40\uDD00b",
                "a\u00ADb",
                "a\u2028b",
                "a\u2029b",
                "a\uFDD0b",
                "a\uFFFEb",
                "a\uFFFFb",
                "a\uDBFF\uDFFFb",
                "a\uDB40\uDC41b",
                "a\uE000b",
                "a\uD800b",
                "a\uDC00b",
                "\uD800",
            })
    void textWithWhatAPersonCannotSeeIsRefused(String text) {
        assertThat(Faults.codeOf(() -> new DocumentText(text))).isEqualTo("document_refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709\n",
                "da39a3ee 5e6b4b0d 3255bfef 95601890 afd80709",
                "da:39:a3:ee:5e:6b:4b:0d:32:55:bf:ef:95:60:18:90:af:d8:07:09",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "e3b0c44298fc1c149afbf4c8996fb924\n27ae41e4649b934ca495991b7852b855",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                "2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
                "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
            })
    void textThatIsOnlyADigestIsRefused(String text) {
        assertThat(Faults.codeOf(() -> new DocumentText(text))).isEqualTo("document_is_hash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Прошу продлить сертификат",
                "Хэш: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "12345",
                "I ask you to renew my certificate.",
            })
    void ordinaryTextIsTaken(String text) {
        assertThat(new DocumentText(text).text()).isEqualTo(text);
    }

    @Test
    void nothingOfTheTextIsInToString() {
        assertThat(new DocumentText("Тайное заявление")).hasToString("DocumentText");
    }
}
