// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.util.Optional;
import org.obnova.demo.holders.Holder;

/**
 * Handing an application over to its holder. An accountant may fill in and upload; the consent to the issue, signatures and PIN are the holder's own
 * (63-FZ, article 10: the key is used by its holder alone).
 */
public interface HandOvers {
    /** The latest one of that application. */
    Optional<HandOver> of(String application);

    /** The holder sits down at this computer: kept, nobody is written to. */
    void here(String application);

    /** Writes to the holder, by SMS and e-mail, that the application waits; not again within ten minutes. */
    void send(String application, Holder holder);
}
