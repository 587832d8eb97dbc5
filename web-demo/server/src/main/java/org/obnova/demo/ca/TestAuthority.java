// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.Encodable;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.store.Database;

/** The authority FOR TESTING ONLY: issues, revokes, publishes. */
public final class TestAuthority implements CertificationAuthority {

    private final Database database;
    private final CertificateRegister register;
    private final List<Authority> authorities;
    private final AuthorityFiles files;
    private final HolderCertificates certificates;
    private final RevocationLists lists;
    private final Revocations revocations;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random;

    private TestAuthority(
            Database database,
            List<Authority> authorities,
            AuthorityFiles files,
            AuditLog audit,
            InstantSource clock,
            SecureRandom random,
            String publicUrl) {
        this.database = database;
        this.register = new CertificateRegister(database);
        this.authorities = List.copyOf(authorities);
        this.files = files;
        this.certificates = new HolderCertificates(random, publicUrl);
        this.audit = audit;
        RevocationRegister revoked = new RevocationRegister(database);
        this.lists = new RevocationLists(database, revoked, audit, publicUrl, clock, random);
        this.revocations = new Revocations(database, revoked, audit, clock);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens the authorities' keys, and makes those of the wanted profile where there are none.
     *
     * @param folder for the keys
     * @param publicUrl where revocation lists are served: {@code <publicUrl>/ca/<authority>.crl}
     */
    public static TestAuthority open(
            Database database,
            Path folder,
            CaProfile wanted,
            InstantSource clock,
            SecureRandom random,
            String publicUrl) {
        return open(database, folder, wanted, null, clock, random, publicUrl);
    }

    /**
     * As the other one, with the wanted profile's keys in a token.
     *
     * @param token null for files
     * @throws UnusableTokenException when they are not to be had from there
     */
    public static TestAuthority open(
            Database database,
            Path folder,
            CaProfile wanted,
            @Nullable TokenSettings token,
            InstantSource clock,
            SecureRandom random,
            String publicUrl) {
        KeyToken keys = token == null ? null : KeyToken.open(token);
        new CertificateRegister(database).noteEnds();
        AuthorityCertificates makers = new AuthorityCertificates(clock, random, publicUrl);
        AuditLog audit = new StoredAuditLog(database, clock);
        AuthorityFiles files = new AuthorityFiles(folder, makers, audit, random, wanted, keys);
        return new TestAuthority(database, files.open(), files, audit, clock, random, publicUrl);
    }

    /** The certificates of the authorities whose keys lie in that folder; no key is made or used. */
    public static List<X509CertificateHolder> certificatesIn(Path folder) {
        return AuthorityFiles.certificates(folder);
    }

    /** The register of what was issued. */
    public CertificateRegister register() {
        return register;
    }

    /**
     * Signs a certificate for an application, valid from now on. It takes milliseconds, and no transaction should wait for it: the certificate
     * exists only once {@link #issue} has registered it.
     *
     * @param months how long it is valid
     * @param identification how the person was identified
     */
    public SignedCertificate sign(
            String application,
            String holder,
            CaProfile profile,
            Bearer bearer,
            AcceptedRequest request,
            Identification identification,
            int months) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant to = from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
        Authority issuer = authority(AuthorityKind.ISSUING.id(profile)).orElseThrow();
        X509CertificateHolder certificate = certificates.sign(issuer, bearer, request.key(), from, to, identification);
        return new SignedCertificate(certificate, issuer.id(), holder, application, request.keyId());
    }

    /** Registers what was signed; where the application has a certificate already, that one is returned and this one never existed. */
    public IssuedCertificate issue(SignedCertificate signed) {
        return issue(signed, Actor.server("issuing"));
    }

    /** As {@link #issue(SignedCertificate)}, by another part of the server. */
    public IssuedCertificate issue(SignedCertificate signed, Actor actor) {
        return database.write(handle -> register.ofApplication(signed.application())
                .orElseGet(() -> add(
                        signed.certificate(),
                        signed.authority(),
                        signed.holder(),
                        signed.application(),
                        false,
                        signed.keyId(),
                        actor)));
    }

    /**
     * Makes a key and a certificate of a given age, for the people of the demo.
     *
     * @param excluded from the authority of another region, whose certificates are not renewed here
     * @param replace marked for unplanned replacement
     */
    public KeyFile enrol(
            String holder,
            Bearer bearer,
            CaProfile profile,
            Instant notBefore,
            Instant notAfter,
            boolean excluded,
            boolean replace) {
        Authority issuer = authority((excluded ? AuthorityKind.EXCLUDED : AuthorityKind.ISSUING).id(profile))
                .orElseThrow();
        KeyPair keys = Crypto.generate(profile, random);
        AcceptedRequest key = AcceptedRequest.of(encoded(KeyRules.exact(keys.getPublic(), profile)));
        X509CertificateHolder certificate =
                certificates.sign(issuer, bearer, key.key(), notBefore, notAfter, Identification.IN_PERSON);
        database.update(handle ->
                add(certificate, issuer.id(), holder, null, replace, key.keyId(), Actor.server("prepared-people")));
        return new KeyFile(keys.getPrivate(), chain(certificate, issuer));
    }

    /** When the certificates of the authorities end, by their ids. */
    public Map<String, Instant> ends() {
        Map<String, Instant> ends = new TreeMap<>();
        authorities.forEach(authority ->
                ends.put(authority.id(), authority.certificate().getNotAfter().toInstant()));
        return ends;
    }

    /** Whether the key that issues in that profile signs, and its certificate, valid now, verifies that. */
    public boolean signs(CaProfile profile) {
        return authority(AuthorityKind.ISSUING.id(profile))
                .filter(issuer -> issuer.certificate().isValidOn(Date.from(clock.instant())))
                .filter(issuer -> Crypto.fit(issuer, random))
                .isPresent();
    }

    /** Who revokes, suspends and resumes. */
    public Revocations revocations() {
        return revocations;
    }

    /** The issuers of a certificate: issuer first, root last. */
    public List<X509CertificateHolder> issuers(IssuedCertificate certificate) {
        return authority(certificate.authority()).orElseThrow().chain();
    }

    /** The keys that speak for the authorities that have holders. */
    public List<ServiceKey> services(ServiceKind kind) {
        return files.services(
                kind,
                authorities.stream()
                        .filter(authority -> authority.chain().size() > 1)
                        .toList());
    }

    /** The key that stamps the time for the authority that issues in that profile. */
    public ServiceKey timeStamps(CaProfile profile) {
        return files.services(
                        ServiceKind.TIME_STAMPS,
                        List.of(authority(AuthorityKind.ISSUING.id(profile)).orElseThrow()))
                .getFirst();
    }

    /** The key that answers machines for the authority that issues in that profile; nothing where none does. */
    public Optional<ServiceKey> machines(CaProfile profile) {
        return authority(AuthorityKind.ISSUING.id(profile))
                .map(issuer ->
                        files.services(ServiceKind.MACHINES, List.of(issuer)).getFirst());
    }

    /** The roots of all profiles: trust anchors of the demo. */
    public List<X509CertificateHolder> roots() {
        return authorities.stream()
                .filter(authority -> authority.chain().size() == 1)
                .map(Authority::certificate)
                .toList();
    }

    /** The certificates of all authorities, roots included. */
    public List<X509CertificateHolder> authorityCertificates() {
        return authorities.stream().map(Authority::certificate).toList();
    }

    @Override
    public Optional<byte[]> revocationList(String authority) {
        return authority(authority).map(lists::current);
    }

    @Override
    public Optional<byte[]> deltaList(String authority) {
        return authority(authority).map(lists::delta);
    }

    @Override
    public Optional<byte[]> authorityCertificate(String authority) {
        return authority(authority).map(found -> encoded(found.certificate()));
    }

    private IssuedCertificate add(
            X509CertificateHolder certificate,
            String issuer,
            String holder,
            @Nullable String application,
            boolean replace,
            String keyId,
            Actor actor) {
        IssuedCertificate issued = new IssuedCertificate(
                CertificateRegister.sha256(certificate),
                certificate,
                issuer,
                holder,
                application,
                replace,
                null,
                null,
                false);
        register.add(issued, keyId);
        audit.record(actor, AuditAction.CERTIFICATE_ISSUED, About.object("certificate", issued.sha256(), issued.der()));
        return issued;
    }

    private Optional<Authority> authority(String id) {
        return authorities.stream()
                .filter(authority -> authority.id().equals(id))
                .findFirst();
    }

    private static List<X509CertificateHolder> chain(X509CertificateHolder certificate, Authority issuer) {
        List<X509CertificateHolder> chain = new ArrayList<>(List.of(certificate));
        chain.addAll(issuer.chain());
        return chain;
    }

    private static byte[] encoded(Encodable value) {
        try {
            return value.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a value that does not encode", e);
        }
    }
}
