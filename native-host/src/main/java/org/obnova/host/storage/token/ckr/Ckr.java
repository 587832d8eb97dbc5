// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.ckr;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The return values of PKCS #11 v3.1 (pkcs11t.h), each with what it means for the work that was under way. */
public enum Ckr {
    OK(0x0, Meaning.OK),
    CANCEL(0x1, Meaning.CANCELLED),
    HOST_MEMORY(0x2, Meaning.FAILED),
    SLOT_ID_INVALID(0x3, Meaning.REMOVED),
    GENERAL_ERROR(0x5, Meaning.FAILED),
    FUNCTION_FAILED(0x6, Meaning.FAILED),
    ARGUMENTS_BAD(0x7, Meaning.FAILED),
    NO_EVENT(0x8, Meaning.FAILED),
    NEED_TO_CREATE_THREADS(0x9, Meaning.UNSUPPORTED),
    CANT_LOCK(0xA, Meaning.BUSY),
    ATTRIBUTE_READ_ONLY(0x10, Meaning.UNSUPPORTED),
    ATTRIBUTE_SENSITIVE(0x11, Meaning.UNSUPPORTED),
    ATTRIBUTE_TYPE_INVALID(0x12, Meaning.UNSUPPORTED),
    ATTRIBUTE_VALUE_INVALID(0x13, Meaning.UNSUPPORTED),
    ACTION_PROHIBITED(0x1B, Meaning.UNSUPPORTED),
    DATA_INVALID(0x20, Meaning.FAILED),
    DATA_LEN_RANGE(0x21, Meaning.FAILED),
    DEVICE_ERROR(0x30, Meaning.FAILED),
    DEVICE_MEMORY(0x31, Meaning.FULL),
    DEVICE_REMOVED(0x32, Meaning.REMOVED),
    ENCRYPTED_DATA_INVALID(0x40, Meaning.FAILED),
    ENCRYPTED_DATA_LEN_RANGE(0x41, Meaning.FAILED),
    AEAD_DECRYPT_FAILED(0x42, Meaning.FAILED),
    FUNCTION_CANCELED(0x50, Meaning.CANCELLED),
    FUNCTION_NOT_PARALLEL(0x51, Meaning.UNSUPPORTED),
    FUNCTION_NOT_SUPPORTED(0x54, Meaning.UNSUPPORTED),
    KEY_HANDLE_INVALID(0x60, Meaning.SESSION_LOST),
    KEY_SIZE_RANGE(0x62, Meaning.UNSUPPORTED),
    KEY_TYPE_INCONSISTENT(0x63, Meaning.UNSUPPORTED),
    KEY_NOT_NEEDED(0x64, Meaning.FAILED),
    KEY_CHANGED(0x65, Meaning.FAILED),
    KEY_NEEDED(0x66, Meaning.FAILED),
    KEY_INDIGESTIBLE(0x67, Meaning.FAILED),
    KEY_FUNCTION_NOT_PERMITTED(0x68, Meaning.UNSUPPORTED),
    KEY_NOT_WRAPPABLE(0x69, Meaning.UNSUPPORTED),
    KEY_UNEXTRACTABLE(0x6A, Meaning.UNSUPPORTED),
    MECHANISM_INVALID(0x70, Meaning.UNSUPPORTED),
    MECHANISM_PARAM_INVALID(0x71, Meaning.UNSUPPORTED),
    OBJECT_HANDLE_INVALID(0x82, Meaning.SESSION_LOST),
    OPERATION_ACTIVE(0x90, Meaning.BUSY),
    OPERATION_NOT_INITIALIZED(0x91, Meaning.FAILED),
    PIN_INCORRECT(0xA0, Meaning.PIN_WRONG),
    PIN_INVALID(0xA1, Meaning.PIN_REFUSED),
    PIN_LEN_RANGE(0xA2, Meaning.PIN_REFUSED),
    PIN_EXPIRED(0xA3, Meaning.PIN_EXPIRED),
    PIN_LOCKED(0xA4, Meaning.PIN_LOCKED),
    SESSION_CLOSED(0xB0, Meaning.SESSION_LOST),
    SESSION_COUNT(0xB1, Meaning.BUSY),
    SESSION_HANDLE_INVALID(0xB3, Meaning.SESSION_LOST),
    SESSION_PARALLEL_NOT_SUPPORTED(0xB4, Meaning.UNSUPPORTED),
    SESSION_READ_ONLY(0xB5, Meaning.READ_ONLY),
    SESSION_EXISTS(0xB6, Meaning.BUSY),
    SESSION_READ_ONLY_EXISTS(0xB7, Meaning.BUSY),
    SESSION_READ_WRITE_SO_EXISTS(0xB8, Meaning.BUSY),
    SIGNATURE_INVALID(0xC0, Meaning.FAILED),
    SIGNATURE_LEN_RANGE(0xC1, Meaning.FAILED),
    TEMPLATE_INCOMPLETE(0xD0, Meaning.UNSUPPORTED),
    TEMPLATE_INCONSISTENT(0xD1, Meaning.UNSUPPORTED),
    TOKEN_NOT_PRESENT(0xE0, Meaning.REMOVED),
    TOKEN_NOT_RECOGNIZED(0xE1, Meaning.NOT_READY),
    TOKEN_WRITE_PROTECTED(0xE2, Meaning.READ_ONLY),
    UNWRAPPING_KEY_HANDLE_INVALID(0xF0, Meaning.FAILED),
    UNWRAPPING_KEY_SIZE_RANGE(0xF1, Meaning.FAILED),
    UNWRAPPING_KEY_TYPE_INCONSISTENT(0xF2, Meaning.FAILED),
    USER_ALREADY_LOGGED_IN(0x100, Meaning.ALREADY_LOGGED_IN),
    USER_NOT_LOGGED_IN(0x101, Meaning.NOT_LOGGED_IN),
    USER_PIN_NOT_INITIALIZED(0x102, Meaning.PIN_NOT_SET),
    USER_TYPE_INVALID(0x103, Meaning.UNSUPPORTED),
    USER_ANOTHER_ALREADY_LOGGED_IN(0x104, Meaning.BUSY),
    USER_TOO_MANY_TYPES(0x105, Meaning.UNSUPPORTED),
    WRAPPED_KEY_INVALID(0x110, Meaning.FAILED),
    WRAPPED_KEY_LEN_RANGE(0x112, Meaning.FAILED),
    WRAPPING_KEY_HANDLE_INVALID(0x113, Meaning.FAILED),
    WRAPPING_KEY_SIZE_RANGE(0x114, Meaning.FAILED),
    WRAPPING_KEY_TYPE_INCONSISTENT(0x115, Meaning.FAILED),
    RANDOM_SEED_NOT_SUPPORTED(0x120, Meaning.UNSUPPORTED),
    RANDOM_NO_RNG(0x121, Meaning.UNSUPPORTED),
    DOMAIN_PARAMS_INVALID(0x130, Meaning.UNSUPPORTED),
    CURVE_NOT_SUPPORTED(0x140, Meaning.UNSUPPORTED),
    BUFFER_TOO_SMALL(0x150, Meaning.FAILED),
    SAVED_STATE_INVALID(0x160, Meaning.FAILED),
    INFORMATION_SENSITIVE(0x170, Meaning.UNSUPPORTED),
    STATE_UNSAVEABLE(0x180, Meaning.UNSUPPORTED),
    CRYPTOKI_NOT_INITIALIZED(0x190, Meaning.SESSION_LOST),
    CRYPTOKI_ALREADY_INITIALIZED(0x191, Meaning.FAILED),
    MUTEX_BAD(0x1A0, Meaning.FAILED),
    MUTEX_NOT_LOCKED(0x1A1, Meaning.FAILED),
    NEW_PIN_MODE(0x1B0, Meaning.FAILED),
    NEXT_OTP(0x1B1, Meaning.FAILED),
    EXCEEDED_MAX_ITERATIONS(0x1B5, Meaning.FAILED),
    FIPS_SELF_TEST_FAILED(0x1B6, Meaning.FAILED),
    LIBRARY_LOAD_FAILED(0x1B7, Meaning.FAILED),
    PIN_TOO_WEAK(0x1B8, Meaning.PIN_REFUSED),
    PUBLIC_KEY_INVALID(0x1B9, Meaning.FAILED),
    FUNCTION_REJECTED(0x200, Meaning.CANCELLED),
    TOKEN_RESOURCE_EXCEEDED(0x201, Meaning.FULL),
    OPERATION_CANCEL_FAILED(0x202, Meaning.FAILED),
    KEY_EXHAUSTED(0x203, Meaning.FAILED);

    /** What a return value means, whatever the function. */
    public enum Meaning {
        OK,
        /** The PIN is wrong; a try was spent. */
        PIN_WRONG,
        /** No try is left. */
        PIN_LOCKED,
        /** The PIN must be changed first. */
        PIN_EXPIRED,
        /** Length or characters of a PIN do not fit. At a login a token may have spent a try for it. */
        PIN_REFUSED,
        /** Nobody has set a PIN yet. */
        PIN_NOT_SET,
        /** The token is not in the slot any more. */
        REMOVED,
        /** The token was never prepared for use. */
        NOT_READY,
        /** Session or handles are of the past: look for the objects anew. */
        SESSION_LOST,
        /** No room on the token. */
        FULL,
        /** Nothing can be written there. */
        READ_ONLY,
        /** The token or its driver cannot do this in this way. */
        UNSUPPORTED,
        /** Something else is under way there. */
        BUSY,
        /** The person refused or cancelled at the reader or token. */
        CANCELLED,
        /** This needs the PIN first. */
        NOT_LOGGED_IN,
        /** There is a login already. */
        ALREADY_LOGGED_IN,
        /** Anything else, a vendor's own values among it. */
        FAILED
    }

    /** Values from here on are a vendor's own (CKR_VENDOR_DEFINED). */
    public static final long VENDOR_DEFINED = 0x80000000L;

    private static final Map<Long, Ckr> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Ckr::number, Function.identity()));

    private final long number;
    private final Meaning meaning;

    Ckr(long number, Meaning meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The value. */
    public long number() {
        return number;
    }

    /** What it means. */
    public Meaning meaning() {
        return meaning;
    }

    /** The constant of a value; empty for a vendor's own and for values that the standard does not know. */
    public static Optional<Ckr> of(long number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** As in the standard, such as {@code CKR_PIN_LOCKED}; for others {@code CKR_VENDOR_DEFINED+0x5} or {@code CKR_0x5}. */
    public static String name(long number) {
        return of(number).map(known -> "CKR_" + known.name()).orElseGet(() -> unknown(number));
    }

    /** What a value means; {@link Meaning#FAILED} where nobody knows. */
    public static Meaning meaning(long number) {
        return of(number).map(Ckr::meaning).orElse(Meaning.FAILED);
    }

    private static String unknown(long number) {
        return number >= VENDOR_DEFINED
                ? "CKR_VENDOR_DEFINED+0x" + Long.toHexString(number - VENDOR_DEFINED)
                : "CKR_0x" + Long.toHexString(number);
    }
}
