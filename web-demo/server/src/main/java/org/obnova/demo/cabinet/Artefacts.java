// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obnova.demo.ca.CertificationAuthority;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.enrolment.Der;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.enrolment.Issued;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.web.Services;

/**
 * The files of an application, for its holder and for foreign programs: the exact signed bytes, the signatures (DER), the request and the
 * certificates (PEM, RFC 7468).
 */
final class Artefacts {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String CMS = "application/pkcs7-signature";
    private static final String PEM = "application/x-pem-file";

    private final Applications applications;
    private final Holders holders;
    private final CertificationAuthority authority;

    Artefacts(Services services) {
        this.applications = services.applications();
        this.holders = services.holders();
        this.authority = services.authority();
    }

    /** One file. */
    static final class Artefact {
        private final String type;
        private final byte[] bytes;

        private Artefact(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes.clone();
        }

        String type() {
            return type;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    List<String> available(Application application) {
        return List.copyOf(of(application).keySet());
    }

    Optional<Artefact> find(Application application, String name) {
        return Optional.ofNullable(of(application).get(name));
    }

    private Map<String, Artefact> of(Application application) {
        Map<String, Artefact> files = new LinkedHashMap<>();
        if (application.details().confirmed() != null) {
            addDocument(files, "statement", applications.statement(application.id()));
        }
        applications
                .request(application.id())
                .ifPresent(der -> files.put("request.csr", pem("CERTIFICATE REQUEST", List.of(der))));
        applications.issued(application.id()).ifPresent(issued -> {
            if (applications.course(application).passes(ApplicationState.RECEIPT)) {
                addDocument(files, "receipt", applications.receipt(application.id()));
            }
            if (!application.state().before(ApplicationState.INSTALL)) {
                files.put("certificate.pem", pem("CERTIFICATE", List.of(issued.certificate())));
                files.put("chain.pem", pem("CERTIFICATE", issuers(application, issued)));
            }
        });
        return files;
    }

    private static void addDocument(Map<String, Artefact> files, String name, Document document) {
        files.put(name + ".txt", new Artefact(TEXT, document.text().getBytes(StandardCharsets.UTF_8)));
        document.signed()
                .ifPresent(signature -> files.put(
                        name + ".p7s", new Artefact(CMS, signature.cms().bytes())));
    }

    /** The issuers of the new certificate and of the old one, which signed the documents; roots included, each once. */
    private Set<Der> issuers(Application application, Issued issued) {
        Set<Der> issuers = new LinkedHashSet<>(issued.chain());
        application
                .renews()
                .flatMap(holders::certificate)
                .map(old -> old.issued().authority())
                .ifPresent(name -> {
                    authority.authorityCertificate(name).map(Der::new).ifPresent(issuers::add);
                    authority.authorityCertificate(name + "-root").map(Der::new).ifPresent(issuers::add);
                });
        return issuers;
    }

    private static Artefact pem(String label, Iterable<Der> parts) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder();
        for (Der part : parts) {
            text.append("-----BEGIN ").append(label).append("-----\n");
            text.append(encoder.encodeToString(part.bytes())).append('\n');
            text.append("-----END ").append(label).append("-----\n");
        }
        return new Artefact(PEM, text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
