// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.signature;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.obnova.host.certificate.VisibleText;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * A text that a person can see whole. What is signed is its UTF-8, so nothing may hide in it: see {@link VisibleText}. Line feeds and tabs are allowed.
 *
 * @param text the exact text
 */
public record DocumentText(String text) {
    /** What groups the digits of a digest. */
    private static final Pattern GROUPING = Pattern.compile("[\\s\\p{Z}:]+");

    /** 20 (SHA-1) to 64 octets (SHA-512, Streebog-512) in hex. */
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){20,64}");

    /** The same in base64 or base64url, padded or not: four digits hold three octets. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{27,86}={0,2}");

    /**
     * Checks the text.
     *
     * @throws Fault {@code DOCUMENT_REFUSED} when it is empty or holds what a person cannot see; {@code DOCUMENT_IS_HASH} when it is only a digest,
     *     which says nothing of the document behind it
     */
    public DocumentText {
        if (text.isBlank()) {
            throw new Fault(ErrorCode.DOCUMENT_REFUSED, "the text is empty");
        }
        text.codePoints()
                .filter(c -> !VisibleText.isVisible(c) && c != '\n' && c != '\t')
                .findFirst()
                .ifPresent(c -> {
                    throw new Fault(ErrorCode.DOCUMENT_REFUSED, "the text has U+%04X".formatted(c));
                });
        String digits = GROUPING.matcher(text).replaceAll("");
        if (HEX.matcher(digits).matches() || BASE64.matcher(digits).matches()) {
            throw new Fault(ErrorCode.DOCUMENT_IS_HASH, "the text is only a digest");
        }
    }

    /** What is signed. */
    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says nothing: documents are not logged. */
    @Override
    public String toString() {
        return "DocumentText";
    }
}
