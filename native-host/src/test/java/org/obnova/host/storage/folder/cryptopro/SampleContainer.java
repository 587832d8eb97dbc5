// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.cryptopro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithSBox;
import org.bouncycastle.util.BigIntegers;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;

/** Writes containers for tests, in the shapes for which there is no published sample. */
public final class SampleContainer {
    private static final byte[] SALT = "saltsaltsalt".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, byte[]> files = new HashMap<>();
    private final ASN1EncodableVector header = new ASN1EncodableVector();
    private final Secret password;

    /** A container of one pair. */
    public SampleContainer(String name, String password, SoftwareKey key, boolean exportable) {
        this.password = Secret.ofPassword(password.toCharArray());
        files.put("name.key", der(new DERSequence(new DERIA5String(octetsAsCharacters(name)))));
        header.add(new DERBitString(new byte[] {0}));
        header.add(parameters(key, exportable));
        header.add(tagged(2, new DEROctetString(Gost28147.mac(derived(fingerprint(key)), new byte[16]))));
        put("", key, exportable);
        header.add(tagged(10, new DEROctetString(fingerprint(key))));
    }

    /** Adds the second pair. */
    public SampleContainer second(SoftwareKey key, boolean exportable) {
        header.add(tagged(4, parameters(key, exportable)));
        header.add(tagged(11, new DEROctetString(fingerprint(key))));
        put("2", key, exportable);
        return this;
    }

    /** Adds a part of the header. */
    public SampleContainer part(int tag, boolean explicit, ASN1Encodable content) {
        header.add(new DERTaggedObject(explicit, tag, content));
        return this;
    }

    /** Adds the first pair's certificate as octets. */
    public SampleContainer certificate(X509CertificateHolder certificate) {
        try {
            return part(5, false, new DEROctetString(certificate.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The octets of its files by their names. */
    public Map<String, byte[]> files() {
        byte[] content = der(new DERSequence(header));
        Map<String, byte[]> all = new HashMap<>(files);
        all.put(
                "header.key",
                sequence(new DERSequence(header), new DEROctetString(Gost28147.mac(new byte[32], content))));
        return all;
    }

    private void put(String number, SoftwareKey key, boolean exportable) {
        byte[] d = privateNumber(key);
        byte[] mask = new byte[d.length];
        Arrays.fill(mask, (byte) 0x21);
        byte[] macKey = Arrays.copyOfRange(mask, mask.length - 32, mask.length);
        files.put(
                "masks" + number + ".key",
                sequence(
                        new DEROctetString(mask),
                        new DEROctetString(SALT),
                        new DEROctetString(Gost28147.mac(macKey, SALT))));
        DEROctetString encrypted = new DEROctetString(encrypted(masked(d, mask, key)));
        files.put(
                "primary" + number + ".key",
                exportable
                        ? sequence(encrypted)
                        : sequence(new DEROctetString(new byte[d.length]), tagged(0, encrypted)));
    }

    private byte[] encrypted(byte[] plain) {
        GOST28147Engine engine = new GOST28147Engine();
        engine.init(true, new ParametersWithSBox(new KeyParameter(derived(SALT)), GOST28147Engine.getSBox("Param-Z")));
        byte[] encrypted = new byte[plain.length];
        for (int at = 0; at < plain.length; at += 8) {
            engine.processBlock(plain, at, encrypted, at);
        }
        return encrypted;
    }

    private byte[] derived(byte[] salt) {
        return PasswordKey.of(password, salt);
    }

    private static byte[] masked(byte[] d, byte[] mask, SoftwareKey key) {
        BigInteger order = ECGOST3410NamedCurves.getByOIDX9(set(key)).getN();
        BigInteger product = littleEndian(d).multiply(littleEndian(mask)).mod(order);
        return org.bouncycastle.util.Arrays.reverse(BigIntegers.asUnsignedByteArray(d.length, product));
    }

    private static DERSequence parameters(SoftwareKey key, boolean exportable) {
        ASN1EncodableVector parameters = new ASN1EncodableVector();
        parameters.add(new DERBitString(new byte[] {(byte) (exportable ? 0x80 : 0)}));
        AlgorithmIdentifier algorithm = key.publicKey().getAlgorithm();
        String agreement = algorithm.getAlgorithm().getId().replace("7.1.1.1.", "7.1.1.6.");
        parameters.add(
                tagged(0, new AlgorithmIdentifier(new ASN1ObjectIdentifier(agreement), algorithm.getParameters())));
        return new DERSequence(parameters);
    }

    private static byte[] fingerprint(SoftwareKey key) {
        try {
            return Arrays.copyOf(
                    ASN1OctetString.getInstance(key.publicKey().parsePublicKey())
                            .getOctets(),
                    8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] privateNumber(SoftwareKey key) {
        try (Secret pkcs8 = key.pkcs8()) {
            return PrivateKeyInfo.getInstance(pkcs8.copy()).getPrivateKey().getOctets();
        }
    }

    private static ASN1ObjectIdentifier set(SoftwareKey key) {
        return ASN1ObjectIdentifier.getInstance(
                ASN1Sequence.getInstance(key.publicKey().getAlgorithm().getParameters())
                        .getObjectAt(0));
    }

    private static BigInteger littleEndian(byte[] octets) {
        return new BigInteger(1, org.bouncycastle.util.Arrays.reverse(octets));
    }

    private static String octetsAsCharacters(String name) {
        return new String(name.getBytes(Charset.forName("windows-1251")), StandardCharsets.ISO_8859_1);
    }

    private static DERTaggedObject tagged(int tag, ASN1Encodable content) {
        return new DERTaggedObject(false, tag, content);
    }

    private static byte[] sequence(ASN1Encodable... parts) {
        return der(new DERSequence(parts));
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
