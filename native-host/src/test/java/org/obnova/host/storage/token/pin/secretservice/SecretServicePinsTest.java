// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.secretservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.storage.token.pin.RememberedPins.Entry;

/** With a real GNOME Keyring on a session bus of its own; {@code secret-tool} of libsecret is the other program. */
@Timeout(120)
class SecretServicePinsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final RememberedPins.Key ANNA = new RememberedPins.Key("token-1", "c-1");
    private static final RememberedPins.Key OTHER = new RememberedPins.Key("token-1", "c-2");

    @TempDir
    Path home;

    @Test
    void pin_beFoundAgain_listed_replaced_andForgotten() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home).unlock("password of the login")) {
            SecretServicePins pins = pins(desktop);
            assertThat(pins.available()).isTrue();
            assertThat(pins.find(ANNA)).isEmpty();
            assertThat(pins.list()).isEmpty();

            remember(pins, ANNA, "first ё");
            remember(pins, OTHER, "other");
            remember(pins, ANNA, "second ё");

            assertThat(found(pins, ANNA)).contains("second ё");
            assertThat(found(pins, OTHER)).contains("other");
            assertThat(pins.list())
                    .containsExactlyInAnyOrder(new Entry(ANNA, "Рутокен: Ёлкина"), new Entry(OTHER, "Рутокен: Ёлкина"));

            assertThat(pins.forget(ANNA)).isTrue();
            assertThat(pins.forget(ANNA)).isFalse();
            assertThat(pins.find(ANNA)).isEmpty();
            assertThat(found(pins, OTHER)).contains("other");
        }
    }

    @Test
    void pin_beSeenByLibsecret_withItsLabel_andGoWhenLibsecretTakesItAway() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home).unlock("password of the login")) {
            SecretServicePins pins = pins(desktop);
            remember(pins, ANNA, "right");

            assertThat(desktop.run("secret-tool", "lookup", "storage", "token-1", "container", "c-1"))
                    .isEqualTo("right");
            assertThat(desktop.run("secret-tool", "search", "--all", "application", "Obnova"))
                    .contains("label = Obnova: Рутокен: Ёлкина", "schema = org.obnova.Pin");

            desktop.run("secret-tool", "clear", "application", "Obnova");
            assertThat(pins.find(ANNA)).isEmpty();
        }
    }

    @Test
    void pin_outliveTheKeyringsProcess_andLieOnDiskSealed() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home).unlock("password of the login")) {
            remember(pins(desktop), ANNA, "right");
            desktop.endKeyring();
            desktop.unlock("password of the login");

            assertThat(found(pins(desktop), ANNA)).contains("right");
        }
        try (var files = Files.walk(home.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("right");
            }
        }
    }

    @Test
    void lockedKeyring_beAsGoodAsNone_andThePersonNotAskedToUnlockIt() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home).unlock("password of the login")) {
            remember(pins(desktop), ANNA, "right");
            desktop.endKeyring();
            desktop.locked();

            assertUnavailable(pins(desktop));
        }
    }

    @Test
    void busWithoutAKeyring_beAsGoodAsNone() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home)) {
            assertUnavailable(pins(desktop));
        }
    }

    @Test
    void noBus_beAsGoodAsNone() {
        assertUnavailable(new SecretServicePins("unix:path=" + home.resolve("none"), DEADLINE));
        assertUnavailable(new SecretServicePins("nonsense", DEADLINE));
    }

    @Test
    void busThatIsSilent_holdNobodyUp() throws IOException {
        Path socket = home.resolve("silent");
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));

            assertUnavailable(new SecretServicePins("unix:path=" + socket, Duration.ofMillis(300)));
        }
    }

    @Test
    void keyringThatAsksBeforeRemoving_keepNoPin() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home);
                FakeSecretService service = FakeSecretService.asking(desktop, new byte[] {'o', 'l', 'd'}, true)) {
            SecretServicePins pins = pins(desktop);
            assertThat(found(pins, ANNA)).contains("old");

            assertThat(pins.forget(ANNA)).isTrue();

            assertThat(service.calls).endsWith("Delete", "SetSecret");
            assertThat(service.secret()).isEmpty();
            assertThat(pins.find(ANNA)).isEmpty();
            assertThat(pins.list()).isEmpty();
        }
    }

    @Test
    void keyringThatNeitherRemovesNorReplaces_beSaid() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home);
                FakeSecretService service = FakeSecretService.asking(desktop, new byte[] {'o', 'l', 'd'}, false)) {
            assertFault(ErrorCode.REMEMBER_UNAVAILABLE, () -> pins(desktop).forget(ANNA));

            assertThat(service.calls).contains("Delete", "SetSecret");
        }
    }

    /** The caller closes the PIN after the deadline: zeros would be remembered as a PIN, and be tried. */
    @Test
    void keyringThatAnswersTooLate_rememberNothing_andLeastOfAllZeros() throws Exception {
        try (Desktop desktop = Desktop.withoutKeyring(home);
                FakeSecretService service = FakeSecretService.slow(desktop)) {
            SecretServicePins hasty = new SecretServicePins(desktop.address(), Duration.ofMillis(1500));
            FutureTask<?> late = new FutureTask<>(() -> {
                assertFault(ErrorCode.REMEMBER_UNAVAILABLE, () -> remember(hasty, ANNA, "right"));
                return null;
            });
            Thread.startVirtualThread(late);
            service.await("OpenSession");
            late.get();

            service.gate.countDown();

            assertThat(pins(desktop).available())
                    .as("the late one has come to its end")
                    .isTrue();
            assertThat(service.calls).doesNotContain("CreateItem");
            assertThat(service.secret()).isEmpty();
        }
    }

    private static void assertUnavailable(SecretServicePins pins) {
        assertThat(pins.available()).isFalse();
        assertThat(pins.find(ANNA)).isEmpty();
        assertFault(ErrorCode.REMEMBER_UNAVAILABLE, pins::list);
        assertFault(ErrorCode.REMEMBER_UNAVAILABLE, () -> pins.forget(ANNA));
        assertFault(ErrorCode.REMEMBER_UNAVAILABLE, () -> remember(pins, ANNA, "right"));
    }

    private static SecretServicePins pins(Desktop desktop) {
        return new SecretServicePins(desktop.address(), DEADLINE);
    }

    private static void remember(SecretServicePins pins, RememberedPins.Key key, String pin) {
        try (Secret secret = Secret.ofPassword(pin.toCharArray())) {
            pins.remember(key, "Рутокен: Ёлкина", secret);
        }
    }

    private static Optional<String> found(SecretServicePins pins, RememberedPins.Key key) {
        return pins.find(key).map(secret -> {
            try (Secret pin = secret) {
                return new String(pin.copy(), StandardCharsets.UTF_8);
            }
        });
    }
}
