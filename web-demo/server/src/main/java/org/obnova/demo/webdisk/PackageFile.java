// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

/**
 * A package that the page offers.
 *
 * @param name of the file
 * @param size in bytes
 */
public record PackageFile(PackageKind kind, String name, long size) {
    /** What a person types to install or run it from the folder into which browsers put it. */
    public String command() {
        return switch (kind) {
            case DEB -> "sudo apt install ./" + name;
            case RPM -> "sudo dnf install ./" + name;
            case TAR_GZ ->
                "tar xf " + name + " && ./" + name.substring(0, name.length() - ".tar.gz".length()) + "/install.sh";
            case SH -> "sh " + name;
            case MSI, PKG, CRX, ZIP, XPI, REG -> "";
        };
    }

    /** Its size in megabytes, at least one. */
    public long megabytes() {
        return Math.max(1, Math.round(size / 1_000_000.0));
    }
}
