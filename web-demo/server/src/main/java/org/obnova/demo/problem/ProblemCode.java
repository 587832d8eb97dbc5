// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.problem;

import java.util.Locale;

/** The codes of {@code errors.json} that the CA raises. A test compares this list with the registry. */
public enum ProblemCode {
    SIGNATURE_INVALID(3001, 422),
    SIGNER_MISMATCH(3002, 422),
    CERTIFICATE_REVOKED(3003, 422),
    REQUEST_INVALID(3004, 422),
    KEY_REUSED(3005, 409),
    STEP_OUT_OF_ORDER(3006, 409),
    CODE_WRONG(3007, 422),
    NOT_FOUND(3008, 404),
    LOGIN_REQUIRED(3009, 401),
    FIELD_INVALID(3010, 422),
    SIGNER_EXPIRED(3011, 422),
    SIGNER_UNTRUSTED(3012, 422),
    CODE_PAUSED(3013, 429),
    CODE_TOO_SOON(3014, 429),
    CHALLENGE_STALE(3015, 422),
    RENEWAL_NOT_OFFERED(3016, 409),
    FORM_EXPIRED(3017, 403),
    SERVICE_FAILED(3018, 500),
    MEDIUM_NOT_ALLOWED(3019, 422),
    COPY_NOT_ALLOWED(3020, 409),
    ISSUED_BY_TAX_SERVICE(3030, 409),
    KEY_BEGUN(3031, 409),
    UPLOAD_FORMAT(3040, 422),
    UPLOAD_TOO_LARGE(3041, 413),
    UPLOAD_DAMAGED(3042, 422),
    UPLOAD_RESOLUTION(3043, 422),
    UPLOAD_TOO_SMALL(3044, 422),
    UPLOAD_ACTIVE(3045, 422),
    UPLOAD_DISGUISED(3046, 422),
    UPLOAD_PROTECTED(3047, 422),
    UPLOAD_TOO_HEAVY(3048, 422),
    DOCUMENTS_MISSING(3049, 409),
    REGISTER_SILENT(3050, 503),
    INN_NOT_FOUND(3051, 422),
    ORGANISATION_NOT_FOUND(3052, 422),
    PICTURE_UNREADABLE(3053, 422),
    PASSPORT_NOT_SEEN(3054, 422),
    RECOGNITION_BUSY(3055, 503),
    LOGIN_REFUSED(3060, 422),
    LOGIN_PAUSED(3061, 429),
    PASSWORD_WEAK(3062, 422),
    LOGIN_TAKEN(3063, 409),
    PHONE_TAKEN(3064, 409),
    TOO_MANY_REQUESTS(3065, 429),
    HOLDER_NEEDED(3066, 409),
    LAST_PHONE(3067, 409),
    CODES_SPENT(3068, 429),
    NOT_YOUR_DUTY(3085, 403),
    INVOICE_UNPAID(3086, 409),
    CERTIFICATE_STANDING(3087, 409),
    NOBODY_FOUND(3088, 404),
    ORIGINALS_NOT_COMPARED(3090, 422),
    ATTORNEY_UNREADABLE(3091, 422),
    ATTORNEY_NOT_IN_FORCE(3092, 422),
    ATTORNEY_OF_OTHERS(3093, 422);

    private final int number;
    private final int status;

    ProblemCode(int number, int status) {
        this.number = number;
        this.status = status;
    }

    /** Number in {@code errors.json}. */
    public int number() {
        return number;
    }

    /** HTTP status of a reply that carries this problem. */
    public int status() {
        return status;
    }

    /** Name in {@code errors.json}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
