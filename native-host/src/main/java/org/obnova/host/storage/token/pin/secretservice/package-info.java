// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Remembered PINs in the Secret Service of the desktop (GNOME Keyring, KWallet and others), through D-Bus. Imports: fault, secret, and of the token's
 * packages pin; the only user of dbus-java, which is loaded only here. Standard: Secret Service API Draft 0.2 (freedesktop.org), sections «Service»,
 * «Collection», «Item» and, of the transfer of secrets, the algorithm {@code plain}: the session bus is the person's own, and whoever may listen there
 * may ask for the secret as well.
 */
@NullMarked
package org.obnova.host.storage.token.pin.secretservice;

import org.jspecify.annotations.NullMarked;
