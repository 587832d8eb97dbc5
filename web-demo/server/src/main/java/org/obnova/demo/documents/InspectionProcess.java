// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.obnova.demo.problem.Problem;

/**
 * The process in which one file is read. It is started with the file, its format, its kind and a folder; into that folder it writes {@code verdict}
 * (properties) and the pictures. A file that breaks the reader ends the process without a verdict.
 */
public final class InspectionProcess {
    static final String VERDICT = "verdict";

    private InspectionProcess() {}

    /** Reads the file that the arguments name. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[3]);
        Properties verdict = new Properties();
        try {
            Findings findings = new Inspection()
                    .inspect(
                            Path.of(arguments[0]),
                            FileFormat.valueOf(arguments[1]),
                            UploadKind.valueOf(arguments[2]),
                            folder);
            verdict.setProperty("pages", String.valueOf(findings.pages()));
            verdict.setProperty("previews", String.valueOf(findings.previews()));
            if (findings.dpi() != null) {
                verdict.setProperty("dpi", String.valueOf(findings.dpi()));
            }
        } catch (Problem problem) {
            verdict.setProperty("refused", problem.code().name());
            problem.values().forEach((name, value) -> verdict.setProperty("value." + name, value));
        }
        // Written whole or not at all: a process that is killed while it writes has given no verdict.
        Path draft = folder.resolve(VERDICT + ".draft");
        try (OutputStream out = Files.newOutputStream(draft)) {
            verdict.store(out, null);
        }
        Files.move(draft, folder.resolve(VERDICT));
    }
}
