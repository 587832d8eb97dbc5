// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinChangeOverProtocolTest {
    @TempDir
    Path home;

    @Test
    void mediumWithoutAPin_orThatIsNotThere_beNamed_afterTheConsent() throws IOException {
        TestHost host = new TestHost(home, InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
        host.configure();

        assertThat(host.fail("pin.change", TestHost.site().put("storage", "computer")))
                .isEqualTo("storage_not_found");
        assertThat(host.fail("pin.change", TestHost.site().put("storage", "token-0123456789abcdef")))
                .isEqualTo("storage_not_found");
        assertThat(host.fail("pin.change", TestHost.site())).isEqualTo("invalid_params");
    }
}
