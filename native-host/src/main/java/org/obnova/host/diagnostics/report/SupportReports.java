// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.report;

import java.time.Instant;
import java.util.List;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.task.Language;

/** Writes the report for support, with what this computer knows. */
@FunctionalInterface
public interface SupportReports {
    /** The whole text, masked. */
    String text(List<Examined> findings, Instant made, Language language);
}
