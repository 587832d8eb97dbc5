// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.notifications.Phone;

/**
 * Who logs in.
 *
 * @param id random
 * @param name for the frame of pages
 * @param holder id of the holder who this is, or null for somebody who only acts for others
 * @param email what is typed beside the password, or null where there is no password
 * @param phones proven by a code, the first one first
 * @param generation raised by whatever ends the other sessions
 */
public record Account(
        String id,
        String name,
        @Nullable String holder,
        @Nullable String email,
        List<Phone> phones,
        int generation) {
    public Account {
        phones = List.copyOf(phones);
    }

    /** Whether that holder sits here in person. */
    public boolean isHolder(String other) {
        return other.equals(holder);
    }

    /** Where the account's own news go first. */
    public Optional<Phone> firstPhone() {
        return phones.stream().findFirst();
    }
}
