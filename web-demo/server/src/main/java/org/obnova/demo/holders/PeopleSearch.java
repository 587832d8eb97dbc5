// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds people by what they say of themselves. */
@FunctionalInterface
public interface PeopleSearch {
    /**
     * Those people, 20 at most.
     *
     * @param asked a SNILS or an INN, however it is written, or a whole surname as in the passport
     * @param employer INN of the organisation whose people alone are found; null for all
     */
    List<Holder> find(String asked, @Nullable String employer);
}
