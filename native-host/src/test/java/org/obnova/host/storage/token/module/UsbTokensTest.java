// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Reason;
import org.obnova.host.storage.token.module.Surroundings.SystemKind;
import org.obnova.host.task.Language;

class UsbTokensTest {
    private static final FoundModule RUTOKEN =
            new FoundModule("Рутокен", Path.of("/usr/lib/librtpkcs11ecp.so"), null, true);
    private static final FoundModule OPENSC =
            new FoundModule("OpenSC", Path.of("/usr/lib/opensc-pkcs11.so"), null, true);

    @TempDir
    Path root;

    private FakeSystem system = new FakeSystem(Path.of("unset"), SystemKind.LINUX);

    @BeforeEach
    void linux() {
        system = new FakeSystem(root, SystemKind.LINUX);
    }

    @ParameterizedTest
    @CsvSource({
        "0a89,0030,Рутокен ЭЦП,rutoken.ru",
        "0a89,0025,Рутокен Lite,rutoken.ru",
        "0a89,0020,Рутокен S,ifd-rutokens",
        "24dc,0101,JaCarta,aladdin-rd.ru",
        "24dc,0102,JaCarta LT,aladdin-rd.ru",
        "2ce4,7479,ESMART Token ГОСТ,esmart.ru",
        "0529,0620,SafeNet eToken,SafeNet Authentication Client",
        "096e,0807,Feitian ePass,opensc",
        "1050,0407,YubiKey,ykcs11",
    })
    void notListed_nameTheVendorAndWhatToInstall(String vendor, String product, String name, String install)
            throws IOException {
        system.usb("1-1", vendor, product);

        NotListed told = tokens().notListed(List.of(), List.of()).getFirst();

        assertThat(told.reason()).isEqualTo(Reason.NO_DRIVER);
        assertThat(told.name()).isEqualTo(name);
        assertThat(told.hint(Language.RU)).contains(install);
        assertThat(told.hint(Language.EN)).contains(install);
    }

    @ParameterizedTest
    @CsvSource({
        "1d6b,0002", // A root hub.
        "0a89,0002", // Guardant, a dongle of the same maker.
        "0529,0001", // HASP, likewise.
        "1050,0120", // A security key without a smart card.
    })
    void notListed_beSilentAboutOtherDevices(String vendor, String product) throws IOException {
        system.usb("1-1", vendor, product);

        assertThat(tokens().notListed(List.of(), List.of())).isEmpty();
    }

    @Test
    void notListed_beSilent_withoutUsb() throws IOException {
        assertThat(tokens().notListed(List.of(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Aktiv Co.", "Rutoken ECP", "Aktiv Rutoken ECP 00 00"})
    void notListed_beSilent_whenAModuleShowsTheToken(String shown) throws IOException {
        system.usb("1-1", "0a89", "0030");

        assertThat(tokens().notListed(List.of(OPENSC), List.of(shown))).isEmpty();
    }

    @Test
    void notListed_sayThatTheServiceIsMissing_whenTheDriverIsThere() throws IOException {
        system.usb("1-1", "0a89", "0030");

        NotListed told = tokens().notListed(List.of(RUTOKEN), List.of()).getFirst();

        assertThat(told.message(Language.RU)).contains("pcscd");
        assertThat(told.hint(Language.RU)).contains("systemctl enable --now pcscd.socket");
    }

    @Test
    void notListed_sayThatTheDriverDoesNotSeeTheToken_whenTheServiceRunsToo() throws IOException {
        system.usb("1-1", "0a89", "0030");
        system.write("/run/pcscd/pcscd.comm", "");

        assertThat(tokens().notListed(List.of(RUTOKEN), List.of()).getFirst().hint(Language.EN))
                .contains("libccid");
    }

    @Test
    void notListed_takeAnotherVendorsDriverForNone() throws IOException {
        system.usb("1-1", "24dc", "0101");

        assertThat(tokens().notListed(List.of(RUTOKEN), List.of("Aktiv Rutoken ECP 00 00"))
                        .getFirst()
                        .message(Language.EN))
                .contains("no driver");
    }

    @Test
    void fingerprint_change_whenATokenIsPluggedIn() throws IOException {
        List<String> before = tokens().fingerprint();
        system.usb("1-1", "0a89", "0030");

        assertThat(tokens().fingerprint()).isNotEqualTo(before);
    }

    private UsbTokens tokens() throws IOException {
        return new UsbTokens(system.surroundings());
    }
}
