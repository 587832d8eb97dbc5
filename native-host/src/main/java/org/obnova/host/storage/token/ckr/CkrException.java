// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.ckr;

/** A function of a PKCS #11 module answered something else than CKR_OK. */
public final class CkrException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long number;
    private final String function;

    /**
     * @param number the CKR_ value
     * @param function such as {@code C_Login}
     */
    public CkrException(long number, String function) {
        super(function + ": " + Ckr.name(number));
        this.number = number;
        this.function = function;
    }

    /** The CKR_ value. */
    public long number() {
        return number;
    }

    /** Such as {@code C_Login}. */
    public String function() {
        return function;
    }

    /** What it means. */
    public Ckr.Meaning meaning() {
        return Ckr.meaning(number);
    }
}
