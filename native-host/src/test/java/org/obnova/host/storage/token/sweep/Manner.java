// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.sweep;

import org.obnova.host.keys.KeyAlgorithm;

/** What kind of token the renewal is on. */
enum Manner {
    ACTIVE("rutoken-ecp", KeyAlgorithm.GOST_2012_256),
    PASSIVE("rutoken-lite", KeyAlgorithm.EC_P256);

    final String product;
    final KeyAlgorithm algorithm;

    Manner(String product, KeyAlgorithm algorithm) {
        this.product = product;
        this.algorithm = algorithm;
    }
}
