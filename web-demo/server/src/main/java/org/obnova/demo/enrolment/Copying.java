// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.media.Medium;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** Whether copies of a key may be made (S24): by what its holder is, and by whether it can leave its medium at all. */
public enum Copying {
    /** They may. */
    ALLOWED,
    /** The key stands for an organisation or a business. */
    NOT_FOR_HOLDER,
    /** A token made the key and never gives it away. */
    NEVER_LEAVES;

    /**
     * The rule.
     *
     * @param medium of the key, null where the CA does not know it: the host refuses then what cannot be
     */
    public static Copying of(HolderKind holder, @Nullable Medium medium) {
        if (!holder.mayCopyKey()) {
            return NOT_FOR_HOLDER;
        }
        return medium == null || medium.keyMayLeave() ? ALLOWED : NEVER_LEAVES;
    }

    /**
     * Refuses where none may be made.
     *
     * @throws Problem COPY_NOT_ALLOWED
     */
    public void check() {
        if (this != ALLOWED) {
            throw new Problem(ProblemCode.COPY_NOT_ALLOWED, "no copy: " + name());
        }
    }
}
