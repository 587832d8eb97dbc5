// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom the limits count. */
class VisitorAddressTest {
    private static final String BALANCER = "127.0.0.1";

    @Test
    void address_isTheOneThatTheBalancerWrote_notWhatTheVisitorClaimed() {
        assertThat(VisitorAddress.of(BALANCER, List.of("203.0.113.7"))).isEqualTo("203.0.113.7");
        assertThat(VisitorAddress.of(BALANCER, List.of("10.0.0.1, 203.0.113.7")))
                .isEqualTo("203.0.113.7");
        assertThat(VisitorAddress.of(BALANCER, List.of("10.0.0.1", "2001:db8::7")))
                .isEqualTo("2001:db8::7");
    }

    @Test
    void address_isThatOfTheConnection_whereNothingUsableIsForwarded() {
        assertThat(VisitorAddress.of(BALANCER, List.of())).isEqualTo(BALANCER);
        assertThat(VisitorAddress.of(BALANCER, List.of(""))).isEqualTo(BALANCER);
        assertThat(VisitorAddress.of(BALANCER, List.of("203.0.113.7, <script>")))
                .isEqualTo(BALANCER);
    }
}
