// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.pin.NoRememberedPins;
import org.obnova.host.storage.token.pin.RememberedPins;
import org.obnova.host.storage.token.pin.secretservice.SecretServicePins;

/** Shell scripts stand in for PowerShell and {@code security}: our side of the talk is tested, theirs is not. */
@Timeout(60)
class SystemPinsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final RememberedPins.Key ANNA = new RememberedPins.Key("token-1", "c-1");
    private static final RememberedPins.Key OTHER = new RememberedPins.Key("token-1", "c-2");

    @TempDir
    Path folder;

    @Test
    void store_beTheSystemsOwn() throws IOException {
        assertThat(of("Linux", Map.of())).isInstanceOf(NoRememberedPins.class);
        assertThat(of("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/x")))
                .isInstanceOf(SecretServicePins.class);
        assertThat(of("Linux", Map.of("XDG_RUNTIME_DIR", folder.toString()))).isInstanceOf(NoRememberedPins.class);
        Files.createFile(folder.resolve("bus"));
        assertThat(of("Linux", Map.of("XDG_RUNTIME_DIR", folder.toString()))).isInstanceOf(SecretServicePins.class);
        assertThat(of("Windows 11", Map.of())).isInstanceOf(DpapiPins.class);
        assertThat(of("Mac OS X", Map.of())).isInstanceOf(KeychainPins.class);
    }

    @Test
    void dpapi_keepWhatWindowsSealed_andNoMore() throws IOException {
        RememberedPins pins = dpapi(
                "read -r verb base64; case $verb in seal) printf SEAL$base64;; open) printf ${base64#SEAL};; esac");
        assertKept(pins);

        remember(pins, ANNA, "hunter2");
        try (Stream<Path> files = Files.list(folder.resolve("pins"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("hunter2");
            }
        }
    }

    @Test
    void dpapi_beUnavailable_whereWindowsRefuses_orIsSilent_orIsNotThere() {
        for (RememberedPins pins : List.of(
                dpapi("exit 1"),
                dpapi("echo 'Windows says something else'"),
                new DpapiPins(folder.resolve("pins"), new Program(List.of("sleep", "60"), Duration.ofMillis(200))),
                new DpapiPins(folder.resolve("pins"), new Program(List.of("/no/such/program"), DEADLINE)))) {
            assertFault(ErrorCode.REMEMBER_UNAVAILABLE, () -> remember(pins, ANNA, "hunter2"));
            assertThat(pins.find(ANNA)).isEmpty();
            assertThat(pins.list()).isEmpty();
        }
    }

    @Test
    void keychain_getThePinOnStandardInputAlone() throws IOException {
        assertKept(keychain());

        assertThat(Files.readString(folder.resolve("security-arguments"))).doesNotContain("68756e74657232", "hunter2");
    }

    @Test
    void keychain_beUnavailable_whereItRefuses() {
        RememberedPins pins = new KeychainPins(new Program(List.of("false"), DEADLINE));

        assertThat(pins.available()).isFalse();
        assertThat(pins.find(ANNA)).isEmpty();
        assertFault(ErrorCode.REMEMBER_UNAVAILABLE, () -> remember(pins, ANNA, "hunter2"));
        assertFault(ErrorCode.REMEMBER_UNAVAILABLE, pins::list);
        assertFault(ErrorCode.REMEMBER_UNAVAILABLE, () -> pins.forget(ANNA));
    }

    private static void assertKept(RememberedPins pins) {
        assertThat(pins.available()).isTrue();
        assertThat(pins.find(ANNA)).isEmpty();
        assertThat(pins.list()).isEmpty();

        remember(pins, ANNA, "first");
        remember(pins, OTHER, "other ё");
        remember(pins, ANNA, "hunter2");

        assertThat(found(pins, ANNA)).contains("hunter2");
        assertThat(found(pins, OTHER)).contains("other ё");
        assertThat(pins.list())
                .containsExactlyInAnyOrder(
                        new RememberedPins.Entry(ANNA, "Рутокен: Ёлкина"),
                        new RememberedPins.Entry(OTHER, "Рутокен: Ёлкина"));
        assertThat(pins.forget(ANNA)).isTrue();
        assertThat(pins.forget(ANNA)).isFalse();
        assertThat(pins.find(ANNA)).isEmpty();
        assertThat(pins.list()).hasSize(1);
    }

    private RememberedPins of(String system, Map<String, String> environment) {
        return SystemPins.of(system, environment, folder.resolve("pins"));
    }

    private RememberedPins dpapi(String script) {
        return new DpapiPins(folder.resolve("pins"), new Program(List.of("sh", "-c", script), DEADLINE));
    }

    /** Keeps an item in a folder named by its account; prints as {@code security} does. */
    private RememberedPins keychain() throws IOException {
        Path program = Files.writeString(folder.resolve("security"), """
                echo "$@" >>"$0-arguments"
                items=$0-items; mkdir -p "$items"
                [ "$1" = -i ] && { read -r line; eval "set -- $line"; }
                verb=$1; shift
                while [ $# -gt 0 ]; do
                  case $1 in -a) account=$(echo "$2" | tr / +); shift;; -l) label=$2; shift;; -w) pin=$2;; esac
                  shift
                done
                case $verb in
                  default-keychain) ;;
                  add-generic-password) printf '%s\\n%s\\n' "$pin" "$label" >"$items/$account" ;;
                  find-generic-password) [ -f "$items/$account" ] || exit 44; head -1 "$items/$account" ;;
                  delete-generic-password) [ -f "$items/$account" ] || exit 44; rm "$items/$account" ;;
                  dump-keychain)
                    for item in "$items"/*; do
                      [ -f "$item" ] || continue
                      hex=$(tail -1 "$item" | tr -d '\\n' | od -An -tx1 | tr -d ' \\n' | tr a-f A-F)
                      printf 'keychain: "/login.keychain-db"\\nclass: "genp"\\nattributes:\\n'
                      printf '    0x00000007 <blob>=0x%s  "..."\\n' "$hex"
                      printf '    "acct"<blob>="%s"\\n' "$(basename "$item" | tr + /)"
                      printf '    "svce"<blob>="org.obnova.pin"\\n'
                    done ;;
                esac
                """);
        return new KeychainPins(new Program(List.of("sh", program.toString()), DEADLINE));
    }

    private static void remember(RememberedPins pins, RememberedPins.Key key, String pin) {
        try (Secret secret = Secret.ofPassword(pin.toCharArray())) {
            pins.remember(key, "Рутокен: Ёлкина", secret);
        }
    }

    private static Optional<String> found(RememberedPins pins, RememberedPins.Key key) {
        return pins.find(key).map(secret -> {
            try (Secret pin = secret) {
                return new String(pin.copy(), StandardCharsets.UTF_8);
            }
        });
    }
}
