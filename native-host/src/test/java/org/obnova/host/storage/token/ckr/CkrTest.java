// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.ckr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkrTest {
    /** PKCS #11 v3.1 (pkcs11t.h) names so many values below CKR_VENDOR_DEFINED. */
    private static final int VALUES_OF_THE_STANDARD = 98;

    @ParameterizedTest
    @CsvSource({
        "0x00, CKR_OK, OK",
        "0x01, CKR_CANCEL, CANCELLED",
        "0x03, CKR_SLOT_ID_INVALID, REMOVED",
        "0x05, CKR_GENERAL_ERROR, FAILED",
        "0x06, CKR_FUNCTION_FAILED, FAILED",
        "0x12, CKR_ATTRIBUTE_TYPE_INVALID, UNSUPPORTED",
        "0x30, CKR_DEVICE_ERROR, FAILED",
        "0x31, CKR_DEVICE_MEMORY, FULL",
        "0x32, CKR_DEVICE_REMOVED, REMOVED",
        "0x50, CKR_FUNCTION_CANCELED, CANCELLED",
        "0x54, CKR_FUNCTION_NOT_SUPPORTED, UNSUPPORTED",
        "0x70, CKR_MECHANISM_INVALID, UNSUPPORTED",
        "0x82, CKR_OBJECT_HANDLE_INVALID, SESSION_LOST",
        "0x90, CKR_OPERATION_ACTIVE, BUSY",
        "0xA0, CKR_PIN_INCORRECT, PIN_WRONG",
        "0xA1, CKR_PIN_INVALID, PIN_REFUSED",
        "0xA2, CKR_PIN_LEN_RANGE, PIN_REFUSED",
        "0xA3, CKR_PIN_EXPIRED, PIN_EXPIRED",
        "0xA4, CKR_PIN_LOCKED, PIN_LOCKED",
        "0xB0, CKR_SESSION_CLOSED, SESSION_LOST",
        "0xB3, CKR_SESSION_HANDLE_INVALID, SESSION_LOST",
        "0xB5, CKR_SESSION_READ_ONLY, READ_ONLY",
        "0xE0, CKR_TOKEN_NOT_PRESENT, REMOVED",
        "0xE1, CKR_TOKEN_NOT_RECOGNIZED, NOT_READY",
        "0xE2, CKR_TOKEN_WRITE_PROTECTED, READ_ONLY",
        "0x100, CKR_USER_ALREADY_LOGGED_IN, ALREADY_LOGGED_IN",
        "0x101, CKR_USER_NOT_LOGGED_IN, NOT_LOGGED_IN",
        "0x102, CKR_USER_PIN_NOT_INITIALIZED, PIN_NOT_SET",
        "0x120, CKR_RANDOM_SEED_NOT_SUPPORTED, UNSUPPORTED",
        "0x190, CKR_CRYPTOKI_NOT_INITIALIZED, SESSION_LOST",
        "0x1B8, CKR_PIN_TOO_WEAK, PIN_REFUSED",
        "0x200, CKR_FUNCTION_REJECTED, CANCELLED",
        "0x201, CKR_TOKEN_RESOURCE_EXCEEDED, FULL",
        "0x203, CKR_KEY_EXHAUSTED, FAILED",
        "0x80000000, CKR_VENDOR_DEFINED+0x0, FAILED",
        "0xD4321005, CKR_VENDOR_DEFINED+0x54321005, FAILED",
        "0x04, CKR_0x4, FAILED"
    })
    void number_haveNameAndMeaning(String number, String name, Ckr.Meaning meaning) {
        CkrException failure = new CkrException(Long.decode(number), "C_Login");

        assertThat(Ckr.name(failure.number())).isEqualTo(name);
        assertThat(failure.meaning()).isEqualTo(meaning);
        assertThat(failure).hasMessage("C_Login: " + name);
    }

    @Test
    void table_holdEachValueOfTheStandardOnce() {
        assertThat(Ckr.values()).hasSize(VALUES_OF_THE_STANDARD);
        assertThat(Arrays.stream(Ckr.values()).map(Ckr::number)).doesNotHaveDuplicates();
        assertThat(Ckr.values()).allMatch(each -> each.number() < Ckr.VENDOR_DEFINED);
    }

    /** Whoever spends a PIN try by mistake locks a token: only values that say so may count as a wrong PIN. */
    @Test
    void wrongPin_beOneValueOnly() {
        assertThat(Arrays.stream(Ckr.values()).filter(each -> each.meaning() == Ckr.Meaning.PIN_WRONG))
                .containsExactly(Ckr.PIN_INCORRECT);
    }
}
