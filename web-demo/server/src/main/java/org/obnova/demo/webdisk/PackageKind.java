// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be downloaded, by the end of its name. */
public enum PackageKind {
    DEB("application/vnd.debian.binary-package", true),
    RPM("application/x-rpm", true),
    /** For one person, without rights of an administrator. */
    TAR_GZ("application/gzip", true),
    MSI("application/x-msi", true),
    PKG("application/octet-stream", true),
    /** The extension for browsers of the Chromium family, signed. */
    CRX("application/octet-stream", false),
    /** The extension as a plain archive. */
    ZIP("application/zip", false),
    /** The extension for Firefox: with this type the browser offers to install it. */
    XPI("application/x-xpinstall", false);

    private final String mediaType;
    private final boolean application;

    PackageKind(String mediaType, boolean application) {
        this.mediaType = mediaType;
        this.application = application;
    }

    /** The type in the answer's header. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it holds the application; else the extension. */
    public boolean isApplication() {
        return application;
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
