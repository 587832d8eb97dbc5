// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.timestamp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.Digests;

/** Makes CAdES-T of CAdES-BES (ETSI EN 319 122-1 section 6.3): adds the time stamp over the signature's value. */
public final class SignatureStamps {
    private final OwnStamps stamps;
    private final ASN1ObjectIdentifier algorithm;
    private final DigestCalculatorProvider digests = Digests.all();

    /** @param profile whose digest the stamps are of: GOST R 34.11-2012 where the authority is qualified */
    public SignatureStamps(OwnStamps stamps, CaProfile profile) {
        this.stamps = stamps;
        this.algorithm = profile.qualified()
                ? RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256
                : NISTObjectIdentifiers.id_sha256;
    }

    /**
     * The same signature with the attribute id-aa-signatureTimeStampToken (RFC 5126 section 6.1.1) among what is not signed. What the signer had put there goes:
     * nobody answers for it.
     *
     * @param cms DER of a SignedData with one signer that was checked
     * @return DER
     */
    public byte[] stamped(byte[] cms) {
        try {
            CMSSignedData data = new CMSSignedData(cms);
            SignerInformation signer =
                    data.getSignerInfos().getSigners().iterator().next();
            byte[] token = stamps.token(algorithm, digest(signer.getSignature()));
            Attribute attribute = new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(token)));
            SignerInformation stamped =
                    SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attribute));
            return CMSSignedData.replaceSigners(data, new SignerInformationStore(List.of(stamped)))
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMSException e) {
            throw new IllegalArgumentException("not a signature that was checked", e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle has digests", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a signature that does not encode", e);
        }
    }

    private byte[] digest(byte[] content) throws OperatorCreationException, IOException {
        DigestCalculator calculator = digests.get(new AlgorithmIdentifier(algorithm));
        try (OutputStream input = calculator.getOutputStream()) {
            input.write(content);
        }
        return calculator.getDigest();
    }
}
