// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.ErrorTexts;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.SettingsLoader;

class ExtensionCallerTest {
    @TempDir
    private Path folder;

    @Test
    void check_passOurExtension_asItsManifestNamesIt() throws Exception {
        JsonNode manifest = new ObjectMapper()
                .readTree(Path.of("../extension/src/manifest.json").toFile());
        // Chromium's id: the first 16 octets of the SHA-256 of the public key's DER, hex digits written as a to p.
        byte[] key = Base64.getDecoder().decode(manifest.get("key").asText());
        String hex =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 16);
        StringBuilder id = new StringBuilder();
        hex.chars().forEach(c -> id.append((char) ('a' + Character.digit(c, 16))));

        caller("chrome-extension://" + id + "/").check();
        caller("/m.json", manifest.at("/browser_specific_settings/gecko/id").asText())
                .check();
    }

    @Test
    void check_refuseOthers_andThoseWithoutName() {
        for (String[] arguments : new String[][] {
            {},
            {"chrome-extension://"},
            {"chrome-extension:///"},
            {"chrome-extension://amijgcgnkbhnjobgdpnmpjaaooimiani"},
            {"chrome-extension://FBJELBFPGJFEJKBEOMNEOJEOBMOAMICN/"},
            {"chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"},
            {"/m.json"},
            {"/m.json", "other@obnova.org"}
        }) {
            assertThatThrownBy(() -> caller(arguments).check())
                    .as("%s", List.of(arguments))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.EXTENSION_NOT_ALLOWED));
        }
    }

    @Test
    void check_passWhatTheSettingsName() throws IOException {
        settings("person.json", "{\"formatVersion\":1,\"extensions\":[\"own@example.org\"]}");
        caller("/m.json", "own@example.org").check();
        caller("/m.json", ExtensionCaller.FIREFOX_ID).check();
    }

    @Test
    void check_passOnlyTheAdministrators_whereTheyAreLocked() throws IOException {
        String own = "abcdefghijklmnopabcdefghijklmnop";
        settings("person.json", "{\"formatVersion\":1,\"extensions\":[\"persons@example.org\"]}");
        String list = "{\"formatVersion\":1,\"extensions\":[\"" + own + "\"]";
        settings("administrator.json", list + "}");
        caller("chrome-extension://" + ExtensionCaller.CHROMIUM_ID + "/").check();
        caller("chrome-extension://" + own + "/").check();

        settings("administrator.json", list + ",\"locked\":[\"extensions\"]}");
        caller("chrome-extension://" + own + "/").check();
        assertThat(admitted().ids()).containsExactly(own);
        for (String[] refused : new String[][] {
            {"chrome-extension://" + ExtensionCaller.CHROMIUM_ID + "/"},
            {"/m.json", ExtensionCaller.FIREFOX_ID},
            {"/m.json", "persons@example.org"}
        }) {
            assertThatThrownBy(() -> caller(refused).check())
                    .as("%s", List.of(refused))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.EXTENSION_NOT_ALLOWED));
        }
    }

    /** Who is refused is told which list of which file admits them: it is what the host reads, and it does. */
    @Test
    void refusal_namesTheFileAndTheList_thatAdmitWhoIsRefused() throws IOException {
        String own = "chrome-extension://abcdefghijklmnopabcdefghijklmnop/";
        Fault refused = catchThrowableOfType(Fault.class, () -> caller(own).check());
        for (String language : List.of("ru", "en")) {
            String hint = ErrorTexts.of(refused, language).hint();
            Matcher words = Pattern.compile("(?:список|list) (\\w+) .*?(/\\S+/host\\.json)")
                    .matcher(hint);
            assertThat(words.find()).as(hint).isTrue();
            assertThat(Path.of(words.group(2))).isEqualTo(SettingsLoader.ADMINISTRATOR);

            settings(
                    "administrator.json",
                    "{\"formatVersion\":1,\"" + words.group(1) + "\":[\"abcdefghijklmnopabcdefghijklmnop\"]}");
            caller(own).check();
            Files.delete(folder.resolve("administrator.json"));
        }
    }

    private void settings(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private AdmittedExtensions admitted() {
        return new AdmittedExtensions(
                new SettingsLoader(folder.resolve("person.json"), folder.resolve("administrator.json")));
    }

    @Test
    void isBrowser_tellItsArguments_fromThoseOfAPerson() {
        assertThat(ExtensionCaller.isBrowser(new String[] {})).isTrue();
        assertThat(ExtensionCaller.isBrowser(new String[] {"chrome-extension://x/"}))
                .isTrue();
        assertThat(ExtensionCaller.isBrowser(new String[] {"chrome-extension://x/", "--parent-window=0"}))
                .isTrue();
        assertThat(ExtensionCaller.isBrowser(new String[] {"/m.json", "x@y"})).isTrue();
        assertThat(ExtensionCaller.isBrowser(new String[] {"--version"})).isFalse();
        assertThat(ExtensionCaller.isBrowser(new String[] {"certificates", "--json"}))
                .isFalse();
    }

    private ExtensionCaller caller(String... arguments) {
        return ExtensionCaller.of(arguments, this::admitted);
    }
}
