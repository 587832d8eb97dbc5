// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A key with its certificates as PKCS#12 (RFC 7292): key bag PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256, certificate bags in
 * the clear so that a program can list them without the password, HMAC-SHA-256 over all. OpenSSL reads it without {@code -legacy}.
 *
 * @param key the private key
 * @param chain its certificate, then the issuers
 */
public record KeyFile(PrivateKey key, List<X509CertificateHolder> chain) {
    private static final int KEY_ITERATIONS = 10_000;
    private static final int MAC_ITERATIONS = 2048;
    private static final int SALT_BYTES = 16;

    /** Copies the list. */
    public KeyFile {
        chain = List.copyOf(chain);
    }

    /**
     * The file's bytes.
     *
     * @param label friendly name of key and certificate
     */
    public byte[] seal(String label, char[] password, SecureRandom random) {
        try {
            DEROctetString keyId = new DEROctetString(new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(chain.getFirst().getSubjectPublicKeyInfo())
                    .getKeyIdentifier());
            PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();
            file.addData(named(new JcaPKCS12SafeBagBuilder(key, encryptor(password, random)), label, keyId));
            file.addData(named(new PKCS12SafeBagBuilder(chain.getFirst()), label, keyId));
            for (X509CertificateHolder issuer : chain.subList(1, chain.size())) {
                file.addData(new PKCS12SafeBagBuilder(issuer).build());
            }
            JcePKCS12MacCalculatorBuilder mac = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                    .setProvider(Crypto.PROVIDER)
                    .setIterationCount(MAC_ITERATIONS);
            return file.build(mac, password).getEncoded("DER");
        } catch (NoSuchAlgorithmException | OperatorCreationException | PKCSException | IOException e) {
            throw new IllegalStateException("a key file cannot be made", e);
        }
    }

    /**
     * Reads what {@link #seal} wrote.
     *
     * @throws IllegalStateException when the file is not one of ours, or the password is wrong
     */
    public static KeyFile open(byte[] file, char[] password) {
        try {
            PKCS12PfxPdu pfx = new PKCS12PfxPdu(file);
            if (!pfx.isMacValid(new JcePKCS12MacCalculatorBuilderProvider().setProvider(Crypto.PROVIDER), password)) {
                throw new IllegalStateException("the key file is damaged, or its password is another one");
            }
            PrivateKey key = null;
            List<X509CertificateHolder> chain = new ArrayList<>();
            for (ContentInfo part : pfx.getContentInfos()) {
                for (PKCS12SafeBag bag : new PKCS12SafeBagFactory(part).getSafeBags()) {
                    switch (bag.getBagValue()) {
                        case PKCS8EncryptedPrivateKeyInfo sealed -> key = decrypt(sealed, password);
                        case X509CertificateHolder certificate -> chain.add(certificate);
                        default -> throw new IllegalStateException("the key file holds something else");
                    }
                }
            }
            return checked(key, chain);
        } catch (PKCSException | IOException e) {
            throw new IllegalStateException("the key file cannot be read", e);
        }
    }

    private static KeyFile checked(@Nullable PrivateKey key, List<X509CertificateHolder> chain) {
        if (key == null || chain.isEmpty()) {
            throw new IllegalStateException("the key file is not whole");
        }
        return new KeyFile(key, chain);
    }

    private static PrivateKey decrypt(PKCS8EncryptedPrivateKeyInfo sealed, char[] password)
            throws PKCSException, IOException {
        return new JcaPEMKeyConverter()
                .setProvider(Crypto.PROVIDER)
                .getPrivateKey(sealed.decryptPrivateKeyInfo(new JcePKCSPBEInputDecryptorProviderBuilder()
                        .setProvider(Crypto.PROVIDER)
                        .build(password)));
    }

    private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, String label, DEROctetString keyId) {
        bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(label));
        bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, keyId);
        return bag.build();
    }

    private static OutputEncryptor encryptor(char[] password, SecureRandom random) throws OperatorCreationException {
        PBKDF2Config derivation = new PBKDF2Config.Builder()
                .withPRF(PBKDF2Config.PRF_SHA256)
                .withIterationCount(KEY_ITERATIONS)
                .withSaltLength(SALT_BYTES)
                .build();
        return new JcePKCSPBEOutputEncryptorBuilder(derivation, NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(Crypto.PROVIDER)
                .setRandom(random)
                .build(password);
    }
}
