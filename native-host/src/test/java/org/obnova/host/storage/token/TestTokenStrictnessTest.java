// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.openssl.OpenSsl;

/** PINs, objects, media, several programs at once, and faults on command, as pkcs11-tool meets them. */
class TestTokenStrictnessTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestToken token;

    @SuppressWarnings("NullAway.Init")
    private Pkcs11Tool tool;

    @BeforeEach
    void insert() {
        token = TestToken.inserted(folder.resolve("cabinet"), "rutoken-ecp");
        tool = new Pkcs11Tool(token.module(), folder);
    }

    private Pkcs11Tool.Run login(String pin) {
        return tool.run("--login", "--pin", pin, "-O");
    }

    @Test
    void wrongPins_areCounted_andTheFlagsTellUntilTheTokenIsLocked() {
        token.pins(TestToken.PIN, 3, 3);

        assertThat(login("000000").output()).contains("CKR_PIN_INCORRECT");
        assertThat(tool.must("-L")).contains("user PIN count low").doesNotContain("final user PIN try");
        assertThat(login("000000").output()).contains("CKR_PIN_INCORRECT");
        assertThat(tool.must("-L")).contains("final user PIN try");
        assertThat(login("000000").output()).contains("CKR_PIN_LOCKED");
        assertThat(tool.must("-L")).contains("user PIN locked").doesNotContain("final user PIN try");
        assertThat(login(TestToken.PIN).output()).contains("CKR_PIN_LOCKED");
    }

    @Test
    void rightPin_givesAllTriesBack() {
        token.pins(TestToken.PIN, 2, 3);

        assertThat(login(TestToken.PIN).ok()).isTrue();

        assertThat(token.triesLeft()).isEqualTo(3);
    }

    @Test
    void administrator_unblocksTheToken_withANewPin() {
        token.pins(TestToken.PIN, 0, 3);

        tool.must("--login", "--login-type", "so", "--so-pin", TestToken.SO_PIN, "--init-pin", "--new-pin", "11223344");

        assertThat(login("11223344").ok()).isTrue();
        assertThat(token.triesLeft()).isEqualTo(3);
    }

    @Test
    void newPin_mustHaveTheLengthAndTheCharactersThatTheTokenAllows() {
        token.with("pin-refused", "#");

        assertThat(change("12345").output()).contains("CKR_PIN_LEN_RANGE");
        assertThat(change("1234#6").output()).contains("CKR_PIN_INVALID");
        assertThat(token.pin()).isEqualTo(TestToken.PIN);
        assertThat(token.triesLeft()).isEqualTo(10);
        assertThat(change("123456").ok()).isTrue();
        assertThat(token.pin()).isEqualTo("123456");
    }

    private Pkcs11Tool.Run change(String pin) {
        return tool.run("--login", "--pin", TestToken.PIN, "--change-pin", "--new-pin", pin);
    }

    @Test
    void factoryPin_isToldByItsFlag_untilItIsChanged() {
        token.pins("12345678", 10, 10);
        assertThat(tool.must("-L")).contains("user PIN to be changed");

        tool.must("--login", "--pin", "12345678", "--change-pin", "--new-pin", "31415926");

        assertThat(tool.must("-L")).doesNotContain("user PIN to be changed");
    }

    @Test
    void padsPerson_entersThePin_orGivesUp() throws IOException {
        token.with("pad", "yes").with("pad-seconds", "0.2");
        assertThat(tool.must("-L")).contains("PIN pad present");

        token.atThePad("pin " + TestToken.PIN);
        assertThat(tool.run("--login", "-O").ok()).isTrue();
        token.atThePad("pin 000000");
        assertThat(tool.run("--login", "-O").output()).contains("CKR_PIN_INCORRECT");
        token.atThePad("cancel");
        assertThat(tool.run("--login", "-O").output()).contains("CKR_FUNCTION_CANCELED");
        assertThat(tool.run("--login", "-O").output()).contains("CKR_FUNCTION_CANCELED");
        assertThat(token.triesLeft()).isEqualTo(9);
        assertThat(token.padAsks()).isEmpty();
    }

    @Test
    void dataAndCertificates_areKept_andPrivateOnesAreHidden() throws IOException {
        OpenSsl openssl = new OpenSsl(folder);
        openssl.must(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "k",
                "-subj",
                "/CN=Иванова",
                "-utf8",
                "-outform",
                "DER",
                "-out",
                "certificate");
        Files.writeString(folder.resolve("data"), "письмо");
        tool.mustAsUser(TestToken.PIN, "--write-object", "data", "--type", "data", "--private", "--label", "тайное");
        tool.mustAsUser(TestToken.PIN, "--write-object", "certificate", "--type", "cert", "--id", "0a", "--label", "c");

        tool.must("--read-object", "--type", "cert", "--id", "0a", "-o", "certificate.back");
        tool.mustAsUser(TestToken.PIN, "--read-object", "--type", "data", "--label", "тайное", "-o", "data.back");

        assertThat(tool.must("-O")).contains("Certificate Object").doesNotContain("тайное");
        assertThat(folder.resolve("certificate.back")).hasSameBinaryContentAs(folder.resolve("certificate"));
        assertThat(folder.resolve("data.back")).hasSameBinaryContentAs(folder.resolve("data"));
        tool.mustAsUser(TestToken.PIN, "--delete-object", "--type", "data", "--label", "тайное");
        assertThat(token.objects()).hasSize(1);
    }

    @Test
    void fullToken_saysSo_andKeepsWhatItHas() throws IOException {
        token.with("object-size", "1000").with("memory", "1900");
        Files.write(folder.resolve("small"), new byte[900]);
        Files.write(folder.resolve("large"), new byte[1001]);

        assertThat(write("large", "a").output()).contains("CKR_DEVICE_MEMORY");
        assertThat(write("small", "b").ok()).isTrue();
        assertThat(write("small", "c").ok()).isFalse();
        assertThat(token.objects()).hasSize(1);
    }

    private Pkcs11Tool.Run write(String file, String label) {
        return tool.run("--login", "--pin", TestToken.PIN, "--write-object", file, "--type", "data", "--label", label);
    }

    @Test
    void eightProgramsAtOnce_loseNothing() throws Exception {
        Files.write(folder.resolve("small"), new byte[100]);
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            programs.add(tool.start(
                    folder.resolve("out-" + i),
                    "--login",
                    "--pin",
                    TestToken.PIN,
                    "--write-object",
                    "small",
                    "--type",
                    "data",
                    "--label",
                    "object-" + i));
        }
        for (Process program : programs) {
            assertThat(program.waitFor()).isZero();
        }

        String listing = tool.mustAsUser(TestToken.PIN, "-O");
        for (int i = 0; i < 8; i++) {
            assertThat(listing).contains("object-" + i);
        }
        assertThat(token.objects()).hasSize(8);
    }

    @Test
    void pulledToken_isNotThere_andWhatItHeldIsThereAgainAfterwards() {
        tool.mustAsUser(TestToken.PIN, "--keypairgen", "--key-type", "EC:prime256v1", "--id", "01", "--label", "kept");

        token.pull();
        assertThat(tool.must("-L")).contains("(empty)");
        token.insert();

        assertThat(tool.must("-O")).contains("kept");
    }

    @Test
    void fault_isObeyedOnce_atItsCall() {
        token.order("C_Login 1 ckr 0x30");

        assertThat(login(TestToken.PIN).output()).contains("CKR_DEVICE_ERROR");
        assertThat(login(TestToken.PIN).ok()).isTrue();
        assertThat(token.calls().stream().filter(line -> line.endsWith(" C_Login 0x30 fault")))
                .hasSize(1);
        assertThat(token.triesLeft()).isEqualTo(10);
    }

    @Test
    void lateFault_keepsWhatWasDone() throws IOException {
        Files.write(folder.resolve("small"), new byte[100]);
        token.order("C_CreateObject 1 late-ckr 0x30");

        assertThat(write("small", "done").ok()).isFalse();

        assertThat(token.objects()).hasSize(1);
    }

    @Test
    void crash_endsTheProgramByItsSignal() {
        token.order("C_FindObjectsInit 1 crash");

        assertThat(login(TestToken.PIN).status()).isEqualTo(128 + 11);
        assertThat(login(TestToken.PIN).ok()).isTrue();
    }

    @Test
    void hang_holdsUpThatProgramAlone() throws Exception {
        token.order("C_FindObjectsInit 1 hang");
        Process hanging = tool.start(folder.resolve("hanging"), "-O");
        try {
            assertThat(hanging.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
            token.calls();
            assertThat(login(TestToken.PIN).ok()).isTrue();
            assertThat(hanging.isAlive()).isTrue();
        } finally {
            hanging.destroyForcibly().waitFor();
        }
    }

    @Test
    void pullOnCommand_leavesTheSlotEmpty() {
        token.order("C_OpenSession 1 pull");

        assertThat(login(TestToken.PIN).output()).contains("CKR_TOKEN_NOT_PRESENT");
        assertThat(token.isInserted()).isFalse();
    }

    @Test
    void severalSlots_areToldApart() {
        TestToken lite = token.beside(2, "rutoken-lite").insert();

        String listing = tool.must("-L");

        assertThat(listing).contains("Rutoken ECP").contains("(empty)").contains("Rutoken Lite");
        assertThat(lite.isInserted()).isTrue();
    }

    @Test
    void talkativeModule_printsToStandardOutput() {
        token.rule("prints", "yes");

        assertThat(tool.must("-L")).contains("[obnova-test-token] C_GetSlotList");
    }

    @Test
    void moduleOfAnotherArchitecture_isNotLoaded() {
        assertThat(new Pkcs11Tool(TestToken.wrongArchitecture(), folder)
                        .run("-L")
                        .ok())
                .isFalse();
    }

    @Test
    void wordThatTheConfigDoesNotKnow_isNoSilentSuccess() {
        token.with("colour", "red");

        assertThat(tool.run("-O").ok()).isFalse();
    }
}
