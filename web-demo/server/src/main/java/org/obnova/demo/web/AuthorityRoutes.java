// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.obnova.demo.ca.CertificationAuthority;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/**
 * What programs ask of the authority: {@code /ca/NAME.crl}, {@code /ca/NAME-delta.crl} and {@code /ca/NAME.cer}, to which certificates point; {@code /ocsp}, by POST or with the base64 of the
 * request in the path (RFC 6960 appendix A.1); {@code /tsp} by POST (RFC 3161 section 3.4); {@code /.well-known/cmp} by POST (RFC 9811). Nobody is logged in, so there is no form to protect.
 */
final class AuthorityRoutes {
    private static final String CMP = "/.well-known/cmp";
    private static final String CMP_TYPE = "application/pkixcmp";
    private static final String OCSP = "/ocsp";
    private static final String DELTA = "-delta.crl";

    private final CertificationAuthority authority;
    private final DerService statuses;
    private final DerService stamps;
    private final DerService machines;

    AuthorityRoutes(Services services) {
        this.authority = services.authority();
        this.statuses = services.statuses();
        this.stamps = services.stamps();
        this.machines = services.machines();
    }

    /** Whether it is a message of a machine: it speaks for itself by its signature, whatever name the server was called by. */
    static boolean isOfMachines(Context context) {
        return context.path().equals(CMP);
    }

    void register(JavalinConfig config) {
        config.routes.get("/ca/{name}", this::file);
        config.routes.post(OCSP, context -> status(context, context.bodyAsBytes()));
        config.routes.get(OCSP + "/<request>", context -> status(context, inPath(context)));
        config.routes.post(
                "/tsp", context -> send(context, "application/timestamp-reply", stamps.answer(context.bodyAsBytes())));
        config.routes.post(CMP, this::machine);
    }

    /** Refusals are messages, too, with status 200: programs read no other (RFC 9811 section 3.3). */
    private void machine(Context context) {
        String type = context.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(CMP_TYPE)) {
            context.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        send(context, CMP_TYPE, machines.answer(context.bodyAsBytes()));
    }

    private void file(Context context) {
        String name = context.pathParam("name");
        if (name.endsWith(DELTA)) {
            send(
                    context,
                    "application/pkix-crl",
                    authority.deltaList(name.substring(0, name.length() - DELTA.length())));
        } else if (name.endsWith(".crl")) {
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

    private void status(Context context, byte[] request) {
        send(context, "application/ocsp-response", statuses.answer(request));
    }

    /** The rest of the path as it was sent: base64 has slashes, which some programs escape and others do not. */
    private static byte[] inPath(Context context) {
        String raw = context.req().getRequestURI().substring(OCSP.length() + 1);
        String base64 = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static void send(Context context, String type, Optional<byte[]> der) {
        send(context, type, der.orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such authority")));
    }

    private static void send(Context context, String type, byte[] der) {
        context.contentType(type).result(der);
    }
}
