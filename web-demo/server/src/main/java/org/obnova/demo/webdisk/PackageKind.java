// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be downloaded, by the end of its name. */
public enum PackageKind {
    DEB("application/vnd.debian.binary-package", Part.APPLICATION),
    RPM("application/x-rpm", Part.APPLICATION),
    /** For one person, without rights of an administrator. */
    TAR_GZ("application/gzip", Part.APPLICATION),
    MSI("application/x-msi", Part.APPLICATION),
    PKG("application/octet-stream", Part.APPLICATION),
    /** The extension for browsers of the Chromium family, signed. */
    CRX("application/octet-stream", Part.EXTENSION),
    /** The extension as a plain archive. */
    ZIP("application/zip", Part.EXTENSION),
    /** The extension for Firefox: with this type the browser offers to install it. */
    XPI("application/x-xpinstall", Part.EXTENSION),
    /** What sets a computer up without extension and application: a script for Linux. */
    SH("application/x-sh", Part.SETTINGS),
    /** The same for Windows: trusted sites. */
    REG("text/x-ms-regedit", Part.SETTINGS);

    private enum Part {
        APPLICATION,
        EXTENSION,
        SETTINGS
    }

    private final String mediaType;
    private final Part part;

    PackageKind(String mediaType, Part part) {
        this.mediaType = mediaType;
        this.part = part;
    }

    /** The type in the answer's header. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it holds the application. */
    public boolean isApplication() {
        return part == Part.APPLICATION;
    }

    /** Whether it holds the extension. */
    public boolean isExtension() {
        return part == Part.EXTENSION;
    }

    /** The end of the file's name, without its dot; also the tail of text keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The kind of a file of that name. */
    static Optional<PackageKind> ofFile(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.endsWith("." + kind.key()))
                .findFirst();
    }
}
