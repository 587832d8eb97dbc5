// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.pkcs12;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.Certificates;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/** The bags of a container that could be read so far (RFC 7292 section 4.2). */
public final class Bags {
    private static final int MOST = 64;
    private static final int DEEPEST = 4;

    /** A certificate and the id that joins it to its key. */
    public record CertificateBag(X509CertificateHolder certificate, Optional<ASN1OctetString> localKeyId) {}

    private final List<SafeBag> keys = new ArrayList<>();
    private final List<CertificateBag> certificates = new ArrayList<>();
    private int seen;

    /** Adds the bags of one SafeContents. */
    void add(ASN1Sequence safeContents) {
        add(safeContents, 0);
    }

    private void add(ASN1Sequence safeContents, int depth) {
        for (ASN1Encodable element : safeContents) {
            if (++seen > MOST || depth > DEEPEST) {
                throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "too many bags");
            }
            SafeBag bag = SafeBag.getInstance(element);
            ASN1ObjectIdentifier type = bag.getBagId();
            if (type.equals(PKCSObjectIdentifiers.keyBag) || type.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
                keys.add(bag);
            } else if (type.equals(PKCSObjectIdentifiers.certBag)) {
                addCertificate(bag);
            } else if (type.equals(PKCSObjectIdentifiers.safeContentsBag)) {
                add(ASN1Sequence.getInstance(bag.getBagValue()), depth + 1);
            }
        }
    }

    private void addCertificate(SafeBag bag) {
        CertBag content = CertBag.getInstance(bag.getBagValue());
        if (!content.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
            return;
        }
        byte[] der = ASN1OctetString.getInstance(content.getCertValue()).getOctets();
        certificates.add(new CertificateBag(Certificates.read(der), localKeyId(bag)));
    }

    /** The keys, in the order in which they stand. */
    public List<SafeBag> keys() {
        return keys;
    }

    /** The certificates, in the order in which they stand. */
    public List<CertificateBag> certificates() {
        return certificates;
    }

    /** What a person calls it. */
    public static Optional<String> friendlyName(SafeBag bag) {
        return attribute(bag, PKCSObjectIdentifiers.pkcs_9_at_friendlyName)
                .map(value -> ASN1BMPString.getInstance(value).getString());
    }

    /** What joins a key and its certificate. */
    public static Optional<ASN1OctetString> localKeyId(SafeBag bag) {
        return attribute(bag, PKCSObjectIdentifiers.pkcs_9_at_localKeyId).map(ASN1OctetString::getInstance);
    }

    /** The first value of the bag's attribute of that type. */
    public static Optional<ASN1Encodable> attribute(SafeBag bag, ASN1ObjectIdentifier type) {
        ASN1Set attributes = bag.getBagAttributes();
        if (attributes == null) {
            return Optional.empty();
        }
        for (ASN1Encodable element : attributes) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrType().equals(type)
                    && attribute.getAttrValues().size() > 0) {
                return Optional.of(attribute.getAttrValues().getObjectAt(0));
            }
        }
        return Optional.empty();
    }
}
