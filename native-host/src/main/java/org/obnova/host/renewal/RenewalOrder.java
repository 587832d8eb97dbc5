// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Subject;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;

/**
 * What a site asks for.
 *
 * @param origin the site's, as the host checked it
 * @param application the certification authority's id: 1 to 64 of {@code [A-Za-z0-9._-]}
 * @param storageId the medium; null: the person chooses
 * @param replaces SHA-256 of the certificate that is renewed; null: none
 */
public record RenewalOrder(
        String origin,
        String application,
        KeyAlgorithm algorithm,
        Subject subject,
        @Nullable String storageId,
        @Nullable String replaces) {
    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-f]{64}");

    /** Checks the shapes. */
    public RenewalOrder {
        if (!APPLICATION.matcher(application).matches()) {
            throw new Fault(ErrorCode.INVALID_PARAMS, "application");
        }
        if (replaces != null && !THUMBPRINT.matcher(replaces).matches()) {
            throw new Fault(ErrorCode.INVALID_PARAMS, "replaces");
        }
    }
}
