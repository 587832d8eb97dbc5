// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

/**
 * What trusting a root certificate means, said before it is done. One that names no domains (RFC 5280 section 4.2.1.10) vouches for every site there is: the person shall know.
 */
final class RootWords {
    private RootWords() {}

    /** In a browser's own store: for sites alone. */
    static Words trustedForSites(RootCertificate root) {
        return root.isForAllSites()
                ? new Words(
                        "Доверять всем сайтам, сертификаты которых заверил «" + root.name()
                                + "»: сертификат не ограничен сайтами сервиса. " + fingerprint(root),
                        "Trust all sites certified by “" + root.name() + "”: it is not limited to the service’s sites. "
                                + fingerprint(root))
                : new Words(
                        "Доверять сайтам с сертификатом «" + root.name() + "», " + fingerprint(root),
                        "Trust sites certified by “" + root.name() + "”, " + fingerprint(root));
    }

    /** In the system's store: for all that programs ask it for. */
    static Words trustedBySystem(RootCertificate root) {
        return inStore(
                root,
                "Доверять сертификату «%s» во всех программах компьютера и для всех целей: сайты, почта, подписи программ",
                "Trust “%s” in all programs of the computer and for all purposes: sites, mail, signatures of programs");
    }

    /** In the person's store of Windows. */
    static Words trustedInWindows(RootCertificate root) {
        return inStore(
                root,
                "Доверять сертификату «%s» в программах этого пользователя Windows и для всех целей: сайты, почта, подписи программ."
                        + " Windows спросит об этом сама",
                "Trust “%s” in this person’s programs of Windows and for all purposes: sites, mail, signatures of programs."
                        + " Windows asks about it itself");
    }

    private static Words inStore(RootCertificate root, String russian, String english) {
        return new Words(
                String.format(java.util.Locale.ROOT, russian, root.name())
                        + (root.isForAllSites() ? ". Сертификат не ограничен сайтами сервиса" : "") + ". "
                        + fingerprint(root),
                String.format(java.util.Locale.ROOT, english, root.name())
                        + (root.isForAllSites() ? ". It is not limited to the service’s sites" : "") + ". "
                        + fingerprint(root));
    }

    private static String fingerprint(RootCertificate root) {
        return "SHA-256 " + root.fingerprint();
    }
}
