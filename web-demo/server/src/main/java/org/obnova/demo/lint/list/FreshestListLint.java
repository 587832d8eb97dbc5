// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.lint.list;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.obnova.demo.lint.Lint;
import org.obnova.demo.lint.ListCandidate;

/** Where delta lists are, a complete list may say, not critically; a delta list must not. */
public final class FreshestListLint implements Lint<ListCandidate> {
    @Override
    public String source() {
        return "RFC 5280 section 5.2.6";
    }

    @Override
    public Optional<String> finding(ListCandidate candidate) {
        Extension freshest = candidate.list().getExtension(Extension.freshestCRL);
        if (freshest == null) {
            return Optional.empty();
        }
        if (freshest.isCritical()) {
            return Optional.of("where the delta list is, is critical");
        }
        return candidate.list().getExtension(Extension.deltaCRLIndicator) == null
                ? Optional.empty()
                : Optional.of("a delta list points to a delta list");
    }
}
