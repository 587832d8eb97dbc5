// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.obnova.demo.ca.CertificationAuthority;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** {@code /ca/NAME.crl} and {@code /ca/NAME.cer}: what certificates point to. */
final class AuthorityRoutes {
    private final CertificationAuthority authority;

    AuthorityRoutes(CertificationAuthority authority) {
        this.authority = authority;
    }

    void serve(Context context) {
        String name = context.pathParam("name");
        if (name.endsWith(".crl")) {
            send(context, "application/pkix-crl", authority.revocationList(name.substring(0, name.length() - 4)));
        } else if (name.endsWith(".cer")) {
            send(
                    context,
                    "application/pkix-cert",
                    authority.authorityCertificate(name.substring(0, name.length() - 4)));
        } else {
            throw new Problem(ProblemCode.NOT_FOUND, "neither .crl nor .cer");
        }
    }

    private static void send(Context context, String type, Optional<byte[]> der) {
        context.contentType(type)
                .result(der.orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such authority")));
    }
}
