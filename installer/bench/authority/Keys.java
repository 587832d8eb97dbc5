// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveGenParameterSpec;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Keys of GOST R 34.10-2012, 256 bits, by the library that the server has: their requests, and what their bare operations cost. */
final class Keys {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final String ALGORITHM = "GOST3411-2012-256WITHECGOST3410-2012-256";

    private Keys() {}

    static KeyPair make() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("ECGOST3410-2012", PROVIDER);
        generator.initialize(new ECNamedCurveGenParameterSpec("Tc26-Gost-3410-12-256-paramSetA"));
        return generator.generateKeyPair();
    }

    /** A request (RFC 2986) of a new key in the name of a stored person. */
    static byte[] request(Stored.Person person)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair keys = make();
        X500NameBuilder name = new X500NameBuilder()
                .addRDN(BCStyle.CN, text(person.surname() + " " + person.givenName()))
                .addRDN(BCStyle.SURNAME, text(person.surname()))
                .addRDN(BCStyle.GIVENNAME, text(person.givenName()))
                .addRDN(BCStyle.C, "RU")
                .addRDN(new ASN1ObjectIdentifier("1.2.643.100.3"), new DERNumericString(person.snils()))
                .addRDN(new ASN1ObjectIdentifier("1.2.643.3.131.1.1"), new DERNumericString(person.inn()));
        return new JcaPKCS10CertificationRequestBuilder(name.build(), keys.getPublic())
                .build(signer(keys))
                .getEncoded();
    }

    /**
     * Processor milliseconds of what no authority can do without: one request verified, one certificate's bytes signed. All processors do it at once, as
     * they do in the server: two threads of one core are slower than one.
     */
    static double bare(int rounds) throws InterruptedException, ExecutionException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            double sum = 0;
            for (Future<Double> one : pool.invokeAll(Collections.<Callable<Double>>nCopies(threads, () -> bareHere(rounds)))) {
                sum += one.get();
            }
            return sum / threads;
        }
    }

    private static double bareHere(int rounds)
            throws GeneralSecurityException, OperatorCreationException, PKCSException, IOException {
        KeyPair authority = make();
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(request(Stored.Person.number(1)));
        byte[] certificate = new byte[1200];
        long start = Cpu.ofThisThread();
        for (int round = 0; round < rounds; round++) {
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(request.getSubjectPublicKeyInfo()))) {
                throw new GeneralSecurityException("a signature that does not verify");
            }
            ContentSigner signer = signer(authority);
            signer.getOutputStream().write(certificate);
            signer.getSignature();
        }
        return (Cpu.ofThisThread() - start) / 1e6 / rounds;
    }

    /** Asks for the state of a certificate (RFC 6960 section 4.1). */
    static byte[] statusRequest(byte[] issuer, BigInteger serial) throws IOException, OperatorCreationException, OCSPException {
        DigestCalculator sha1 =
                new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build().get(CertificateID.HASH_SHA1);
        return new OCSPReqBuilder()
                .addRequest(new CertificateID(sha1, new X509CertificateHolder(issuer), serial))
                .build()
                .getEncoded();
    }

    private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
        return new JcaContentSignerBuilder(ALGORITHM).setProvider(PROVIDER).build(keys.getPrivate());
    }

    private static ASN1Encodable text(String value) {
        return new DERUTF8String(value);
    }
}
