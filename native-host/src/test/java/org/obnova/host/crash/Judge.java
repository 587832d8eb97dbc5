// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.obnova.host.backup.KnownBackups;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.openssl.OpenSsl;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.DurableFile;
import org.obnova.host.renewal.Renewal;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.signature.Signed;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;

/** Looks at a desk after a mishap, mostly through OpenSSL; whatever is not as it should be is an assertion error. */
final class Judge {
    private static final String TEXT = "Some text.";

    private final OpenSsl openssl;

    /** Keeps what OpenSSL reads in this folder. */
    Judge(Path folder) {
        try {
            openssl = new OpenSsl(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** The only renewal of the site. */
    Renewal soleRenewal(Desk desk) {
        List<Renewal> all = desk.host().renewals().list(Workplace.ORIGIN);
        require(all.size() == 1, "one renewal, and not " + all);
        return all.getFirst();
    }

    /** Signs with this certificate's key; OpenSSL verifies. */
    void requireSigns(Desk desk, String certificate) {
        Desk started = Desk.at(desk.folder(), desk.manner());
        started.host().person().enters(Desk.NEW_PASSWORD, Desk.COPY_PASSWORD, Desk.CHANGED_PASSWORD);
        Signed signed = started.host()
                .signing()
                .sign(new FakeTask(), DocumentPrompt.Kind.STATEMENT, "T", TEXT, desk.thumbprint(certificate));
        openssl.put("text", TEXT.getBytes(StandardCharsets.UTF_8)).put("signed", signed.cms());
        openssl.put("root.der", desk.told("root"));
        openssl.put("root.pem", openssl.must("x509", "-inform", "DER", "-in", "root.der"));
        openssl.must(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signed",
                "-content",
                "text",
                "-CAfile",
                "root.pem",
                "-purpose",
                "any",
                "-no_check_time",
                "-out",
                "verified");
        require(
                Arrays.equals(encoded(signed), desk.told(certificate)),
                "it signed with another certificate than " + certificate);
    }

    private static byte[] encoded(Signed signed) {
        try {
            return signed.certificate().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request is signed by its own key, which lies on a medium. */
    void requireRequest(Desk desk, byte[] request) {
        openssl.put("request", request);
        OpenSsl.Run run = openssl.run("req", "-verify", "-noout", "-inform", "DER", "-in", "request");
        require(run.ok() && (run.text() + run.err()).contains("OK"), "OpenSSL rejects the request: " + run.err());
        try {
            SubjectPublicKeyInfo key = new PKCS10CertificationRequest(request).getSubjectPublicKeyInfo();
            long holders = containers(desk).stream()
                    .filter(each -> PublicKeys.same(each.publicKey(), key))
                    .count();
            require(holders == 1, holders + " containers hold the request's key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is one container of this certificate; OpenSSL opens it, and its key is the certificate's. */
    void requireOpens(Desk desk, Path folder, String password, String certificate) {
        List<KeyContainer> there = desk.host().storages().all().stream()
                .filter(each -> each.isAt(folder))
                .flatMap(each -> each.containers().stream())
                .filter(each -> !each.chain().isEmpty())
                .filter(each -> Thumbprint.sha256(each.chain().getFirst()).equals(desk.thumbprint(certificate)))
                .toList();
        require(there.size() == 1, there.size() + " containers hold " + certificate + " in " + folder.getFileName());
        openssl.put("container", octets(folder.resolve(there.getFirst().id())));
        String entered = "pass:" + password;
        openssl.put("leaf", openssl.must("pkcs12", "-in", "container", "-passin", entered, "-nokeys", "-clcerts"));
        openssl.put("key", openssl.must("pkcs12", "-in", "container", "-passin", entered, "-nodes", "-nocerts"));
        require(
                Arrays.equals(openssl.must("x509", "-in", "leaf", "-outform", "DER"), desk.told(certificate)),
                "another certificate lies there");
        require(
                openssl.mustText("pkey", "-in", "key", "-pubout")
                        .equals(openssl.mustText("x509", "-in", "leaf", "-pubkey", "-noout")),
                "the key there is not the certificate's");
    }

    /** Of the newest generation. */
    private static byte[] octets(Path file) {
        return DurableFile.read(file).orElseThrow(() -> new AssertionError(file + " is not there"));
    }

    /** These copies are listed, each once, and are at hand. */
    void requireListed(Desk desk, List<String> certificates) {
        List<KnownBackups.Known> known =
                desk.host().backupNotes().known(new FakeTask()).copies();
        List<String> listed =
                known.stream().map(each -> each.backup().certificate()).sorted().toList();
        require(listed.equals(certificates.stream().sorted().toList()), "listed are the copies of " + listed);
        require(known.stream().allMatch(KnownBackups.Known::present), "a copy is not at hand: " + known);
    }

    /** On all media. */
    static List<KeyContainer> containers(Desk desk) {
        return desk.host().storages().all().stream()
                .map(KeyStorage::containers)
                .flatMap(List::stream)
                .toList();
    }
}
