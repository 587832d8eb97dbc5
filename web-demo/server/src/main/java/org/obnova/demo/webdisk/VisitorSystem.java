// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.webdisk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The system on which a visitor sits, as far as the browser says it. */
public enum VisitorSystem {
    DEBIAN,
    RED_HAT,
    /** Browsers seldom say which Linux it is. */
    LINUX,
    WINDOWS,
    MAC,
    /** A phone or a tablet: Obnova works on computers. */
    MOBILE,
    OTHER;

    private static final Pattern MOBILE_SIGNS = Pattern.compile("android|iphone|ipad|ios|mobile");
    private static final Pattern DEBIAN_SIGNS = Pattern.compile("ubuntu|debian|astra");
    private static final Pattern RED_HAT_SIGNS = Pattern.compile("fedora|red hat|redos|suse|altlinux");

    /** The kinds of packages that fit. */
    public List<PackageKind> kinds() {
        return switch (this) {
            case DEBIAN -> List.of(PackageKind.DEB, PackageKind.TAR_GZ);
            case RED_HAT -> List.of(PackageKind.RPM, PackageKind.TAR_GZ);
            case LINUX -> List.of(PackageKind.DEB, PackageKind.RPM, PackageKind.TAR_GZ);
            case WINDOWS -> List.of(PackageKind.MSI);
            case MAC -> List.of(PackageKind.PKG);
            case MOBILE -> List.of();
            case OTHER ->
                List.of(PackageKind.DEB, PackageKind.RPM, PackageKind.TAR_GZ, PackageKind.MSI, PackageKind.PKG);
        };
    }

    /** The kinds of files that set such a system up by themselves. */
    public List<PackageKind> settings() {
        return switch (this) {
            case DEBIAN, RED_HAT, LINUX -> List.of(PackageKind.SH);
            case WINDOWS -> List.of(PackageKind.REG);
            case MAC, MOBILE -> List.of();
            case OTHER -> List.of(PackageKind.SH, PackageKind.REG);
        };
    }

    /** The tail of text keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The system that the headers name.
     *
     * @param platform {@code Sec-CH-UA-Platform}, a quoted string; empty where it was not sent
     * @param userAgent {@code User-Agent}
     */
    public static VisitorSystem of(String platform, String userAgent) {
        String said = (platform + " " + userAgent).toLowerCase(Locale.ROOT);
        if (MOBILE_SIGNS.matcher(said).find()) {
            return MOBILE;
        }
        if (said.contains("windows")) {
            return WINDOWS;
        }
        if (said.contains("macos") || said.contains("macintosh")) {
            return MAC;
        }
        if (!said.contains("linux") && !said.contains("x11")) {
            return OTHER;
        }
        if (DEBIAN_SIGNS.matcher(said).find()) {
            return DEBIAN;
        }
        return RED_HAT_SIGNS.matcher(said).find() ? RED_HAT : LINUX;
    }
}
