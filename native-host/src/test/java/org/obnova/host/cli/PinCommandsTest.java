// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code obnova-host pin}. */
class PinCommandsTest extends CommandLineDesk {
    @Test
    void pin_nameWhatIsRemembered_withoutThePinItself() throws IOException {
        pins.with("token-1", "c-1", "hunter2").with("token-2", "c-2", "hunter2");

        assertThat(run("pin", "list")).isZero();
        assertThat(out()).contains("token-1", "c-1", "token-2", "c-2").doesNotContain("hunter2");

        out.reset();
        assertThat(run("pin", "list", "--json")).isZero();
        assertThat(json().get("remembered")).hasSize(2);
        assertThat(json().at("/remembered/1/container").asText()).isEqualTo("c-2");
        assertThat(out()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "pin forget --all, 0, 3",
        "pin forget --storage token-1, 1, 2",
        "pin forget --storage token-1 --container c-2, 2, 1",
        "pin forget --storage token-3, 3, 0",
    })
    void pin_forgetWhatIsNamed(String command, int left, int forgotten) {
        pins.with("token-1", "c-1", "a").with("token-1", "c-2", "b").with("token-2", "c-1", "c");

        assertThat(run(command.split(" "))).isZero();

        assertThat(out()).isEqualTo("забыто: " + forgotten + "\n");
        assertThat(pins.list()).hasSize(left);
    }

    @Test
    void pin_sayThatNothingCanBeRemembered_whereTheStoreIsShut() {
        pins.shut();

        assertThat(run("pin", "forget", "--all")).isEqualTo(1);

        assertThat(err()).contains("[1236 remember_unavailable:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"computer", "token-that-is-not-here"})
    void pin_changeNothing_whereThereIsNoToken(String storage) {
        assertThat(run("pin", "change", "--storage", storage)).isEqualTo(1);

        assertThat(err()).contains("[1201 storage_not_found:");
    }
}
