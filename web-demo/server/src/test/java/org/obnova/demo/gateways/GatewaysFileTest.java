// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaysFileTest {
    private static final String WHOLE = """
            {"formatVersion": 1,
             "mail": {"host": "mail.example.org", "port": 465, "security": "tls", "from": "ca@example.org", "user": "ca", "passwordFile": "secret"},
             "sms": {"url": "https://sms.example.org/messages", "tokenFile": "secret"},
             "calls": {"url": "http://127.0.0.1:9000/calls"}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void secret() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n");
    }

    private GatewaySettings read(String json) throws IOException {
        return GatewaysFile.read(Files.writeString(folder.resolve("gateways.json"), json));
    }

    @Test
    void file_isRead_withItsSecretsFromTheirOwnFiles() throws IOException {
        GatewaySettings settings = read(WHOLE);

        GatewaySettings.Mail mail = settings.mail().orElseThrow();
        assertThat(mail.host()).isEqualTo("mail.example.org");
        assertThat(mail.security()).isEqualTo(GatewaySettings.Security.TLS);
        assertThat(mail.login()).contains(new GatewaySettings.Login("ca", "s3cret"));
        assertThat(settings.sms().orElseThrow().token()).contains("s3cret");
        assertThat(settings.calls().orElseThrow().token()).isEmpty();
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void file_mayNameNoGateway() throws IOException {
        assertThat(read("{\"formatVersion\": 1}")).isEqualTo(GatewaySettings.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"formatVersion\": 1 | \"formatVersion\": 2 | formatVersion must be 1",
                "\"formatVersion\": 1 | \"formatVersion\": 1, \"fax\": {} | unknown settings: fax",
                "465 | 0 | mail.port must be from 1 to 65535",
                "465 | \"465 \" | mail.port must be from 1 to 65535",
                "\"tls\" | \"ssl\" | mail.security must be one of none, tls, starttls",
                "\"tls\" | \"none\" | mail.security may be none for this computer only",
                "ca@example.org | ca | mail.from must be an e-mail address",
                "\"user\": \"ca\", | '' | mail.user and mail.passwordFile belong together",
                "https://sms | http://sms | url must be https, or http of this computer",
                "https://sms | https://user:word@sms | url must hold no password and no fragment",
                "\"tokenFile\": \"secret\" | \"tokenFile\": \"missing\" | cannot be read: missing",
                "\"tokenFile\": \"secret\" | \"token\": \"x\" | unknown settings: sms.token",
                "{\"url\": \"http://127.0.0.1:9000/calls\"} | [] | must be a JSON object",
            })
    void file_isRefused_withWhatToChange(String said, String instead, String message) {
        assertThat(WHOLE).contains(said);
        assertThatThrownBy(() -> read(WHOLE.replace(said, instead)))
                .isInstanceOf(InvalidGatewaysException.class)
                .hasMessageContaining(message);
    }

    @Test
    void file_isRefused_whereItIsNoJson_orNotThere() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(InvalidGatewaysException.class);
        assertThatThrownBy(() -> GatewaysFile.read(folder.resolve("nowhere.json")))
                .isInstanceOf(InvalidGatewaysException.class)
                .hasMessageContaining("nowhere.json");
    }
}
