// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

class SettingsLoaderTest {
    private static final String DEMO = """
            {"origin":"http://extern.localhost:8080","name":{"ru":"Экстерн (демо)","en":"Extern (demo)"},
             "renewalUrl":"http://cabinet.localhost:8080/renewals/new"}""";

    @TempDir
    Path folder;

    private Path person = Path.of("unset");
    private Path administrator = Path.of("unset");

    @BeforeEach
    void names() {
        person = folder.resolve("person.json");
        administrator = folder.resolve("administrator.json");
    }

    @Test
    void load_giveTheBundledSites_whenNothingElseIsThere() {
        Settings settings = load();

        assertThat(settings.sites())
                .extracting(site -> site.origin().ascii())
                .containsExactly("https://extern.obnova.org", "https://cabinet.obnova.org", "https://setup.obnova.org");
        assertThat(settings.sites()).noneMatch(site -> site.origin().isPlainLoopback());
        assertThat(settings.anchors()).isEmpty();
        assertThat(settings.extensions()).isEmpty();
    }

    @Test
    void load_addThePersonsSites() throws IOException {
        Files.writeString(person, "{\"formatVersion\":1,\"sites\":[" + DEMO + "],\"anchors\":[\"MAA=\"]}");

        Settings settings = load();

        assertThat(settings.sites()).hasSize(4).last().satisfies(site -> {
            assertThat(site.origin()).isEqualTo(new Origin("http://extern.localhost:8080"));
            assertThat(site.nameRu()).isEqualTo("Экстерн (демо)");
            assertThat(site.renewalUrl()).isEqualTo("http://cabinet.localhost:8080/renewals/new");
        });
        assertThat(settings.anchors()).containsExactly(new byte[] {0x30, 0});
    }

    @Test
    void load_letTheUpperLayerWin_whenBothNameOneOrigin() throws IOException {
        Files.writeString(person, one("https://extern.obnova.org", "Мой"));
        Files.writeString(administrator, one("https://extern.obnova.org", "Наш"));

        assertThat(load().sites())
                .filteredOn(site -> site.origin().ascii().equals("https://extern.obnova.org"))
                .singleElement()
                .satisfies(site -> assertThat(site.nameRu()).isEqualTo("Наш"));
    }

    @Test
    void load_takeTheAdministratorsValueAlone_whenTheKeyIsLocked() throws IOException {
        Files.writeString(person, "{\"formatVersion\":1,\"anchors\":[\"MAA=\"],\"extensions\":[\"mine@example.org\"]}");
        Files.writeString(administrator, "{\"formatVersion\":1,\"locked\":[\"anchors\"],\"anchors\":[\"MAEA\"]}");

        Settings settings = load();

        assertThat(settings.anchors()).containsExactly(new byte[] {0x30, 1, 0});
        assertThat(settings.extensions()).containsExactly("mine@example.org");
    }

    @Test
    void load_giveNoSites_whenTheAdministratorLocksThemAndNamesNone() throws IOException {
        Files.writeString(administrator, "{\"formatVersion\":1,\"locked\":[\"sites\"]}");

        assertThat(load().sites()).isEmpty();
    }

    @Test
    void load_ignoreLocked_whenThePersonSaysIt() throws IOException {
        Files.writeString(person, "{\"formatVersion\":1,\"locked\":[\"sites\"]}");
        Files.writeString(administrator, one("https://extern.example", "Наш"));

        assertThat(load().sites()).hasSize(4);
    }

    @Test
    void load_addModules_andSayWhoseFileNamesThem() throws IOException {
        Files.writeString(
                person,
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"/home/me/mine.so\"},{\"path\":\"/usr/lib/both.so\"}]}");
        Files.writeString(
                administrator,
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"/usr/lib/both.so\",\"name\":\"Рутокен\",\"timeoutSeconds\":60}]}");

        Settings settings = load();

        assertThat(settings.modules())
                .containsExactly(
                        new ModuleSetting(Path.of("/home/me/mine.so"), null, null, true),
                        new ModuleSetting(Path.of("/usr/lib/both.so"), "Рутокен", 60, false));
        assertThat(settings.knownModules()).isTrue();
        assertThat(settings.mayRememberPin()).isTrue();
    }

    @Test
    void load_leaveThePersonsModulesOut_whenTheAdministratorLocksThem() throws IOException {
        Files.writeString(person, "{\"formatVersion\":1,\"modules\":[{\"path\":\"/home/me/mine.so\"}]}");
        Files.writeString(administrator, "{\"formatVersion\":1,\"locked\":[\"modules\"]}");

        assertThat(load().modules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // the person's, the administrator's, what is locked, what counts
        ",,,true",
        "false,,,false",
        "true,false,,false",
        "false,true,,true",
        "false,,rememberPin,true",
        "true,false,rememberPin,false",
    })
    void load_letTheUppermostWordCount(
            @Nullable String persons, @Nullable String administrators, @Nullable String locked, boolean counts)
            throws IOException {
        Files.writeString(person, words(persons, null));
        Files.writeString(administrator, words(administrators, locked));

        assertThat(load().mayRememberPin()).isEqualTo(counts);
        assertThat(load().knownModules()).isEqualTo(counts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"formatVersion\":2}",
                "{\"formatVersion\":\"1\"}",
                "{\"formatVersion\":1,\"site\":[]}",
                "{\"formatVersion\":1,\"sites\":{}}",
                "{\"formatVersion\":1,\"sites\":[{\"origin\":\"https://a.example\"}]}",
                "{\"formatVersion\":1,\"sites\":[{\"origin\":\"http://a.example\",\"name\":{\"ru\":\"А\",\"en\":\"A\"}}]}",
                "{\"formatVersion\":1,\"sites\":[{\"origin\":\"https://a.example/\",\"name\":{\"ru\":\"А\",\"en\":\"A\"}}]}",
                "{\"formatVersion\":1,\"sites\":[{\"origin\":\"https://a.example\",\"name\":{\"ru\":\"А\"}}]}",
                "{\"formatVersion\":1,\"sites\":[{\"origin\":\"https://a.example\",\"name\":{\"ru\":\"А\",\"en\":\"A\"},"
                        + "\"renewalUrl\":\"http://a.example/\"}]}",
                "{\"formatVersion\":1,\"sites\":[{\"origin\":\"https://a.example\",\"name\":{\"ru\":\"А\",\"en\":\"A\"},"
                        + "\"renewalUrl\":\"javascript:alert(1)\"}]}",
                "{\"formatVersion\":1,\"anchors\":[\"*\"]}",
                "{\"formatVersion\":1,\"anchors\":\"MAA=\"}",
                "{\"formatVersion\":1,\"extensions\":[1]}",
                "{\"formatVersion\":1,\"locked\":[\"colours\"]}",
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"mine.so\"}]}",
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"../../tmp/mine.so\"}]}",
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"/a\\u0000b\"}]}",
                "{\"formatVersion\":1,\"modules\":[{\"name\":\"Рутокен\"}]}",
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"/a.so\",\"timeoutSeconds\":0}]}",
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"/a.so\",\"timeoutSeconds\":601}]}",
                "{\"formatVersion\":1,\"modules\":[{\"path\":\"/a.so\",\"pin\":\"12345678\"}]}",
                "{\"formatVersion\":1,\"knownModules\":\"no\"}",
                "{\"formatVersion\":1,\"rememberPin\":true}",
                "{\"formatVersion\":1,\"rememberPin\":\"always\"}",
                "{\"formatVersion\":1,\"formatVersion\":1}",
            })
    void load_refuseTheFileByName_whenItIsNotWhatWasAgreed(String content) throws IOException {
        Files.writeString(administrator, content);

        assertThatThrownBy(this::load).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).isEqualTo(ErrorCode.SETTINGS_INVALID);
            assertThat(fault.values()).containsEntry("file", administrator.toString());
        });
        assertThat(administrator).hasContent(content);
    }

    @Test
    void load_refuseTheFile_whenItIsAFolder() throws IOException {
        Files.createDirectory(person);

        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.SETTINGS_INVALID));
    }

    private Settings load() {
        return new SettingsLoader(person, administrator).load();
    }

    private static String words(@Nullable String value, @Nullable String locked) {
        String said = value == null
                ? ""
                : ",\"knownModules\":" + value + ",\"rememberPin\":\""
                        + (value.equals("true") ? "allowed" : "forbidden") + "\"";
        String lock = locked == null ? "" : ",\"locked\":[\"knownModules\",\"" + locked + "\"]";
        return "{\"formatVersion\":1" + said + lock + "}";
    }

    private static String one(String origin, String name) {
        return "{\"formatVersion\":1,\"sites\":[{\"origin\":\"" + origin + "\",\"name\":{\"ru\":\"" + name
                + "\",\"en\":\"X\"}}]}";
    }
}
