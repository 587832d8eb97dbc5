// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cmp;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.crmf.AttributeTypeAndValue;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.Controls;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.crmf.CertificateRequestMessage;
import org.obnova.demo.ca.AcceptedRequest;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.KeyProof;
import org.obnova.demo.problem.Problem;

/** The body of a {@code kur}: one request for the next certificate of the same subject (RFC 9483 section 4.1.3). */
record UpdateRequest(CertReqMsg message) {
    static UpdateRequest of(Received received) {
        CertReqMsg[] all = CertReqMessages.getInstance(received.content()).toCertReqMsgArray();
        Refusal.unless(all.length == 1, PKIFailureInfo.badRequest, "one request in a message");
        Refusal.unless(all[0].getCertReq().getCertReqId().hasValue(0), PKIFailureInfo.badRequest, "certReqId is 0");
        return new UpdateRequest(all[0]);
    }

    /** The new key, of which possession is proven, for that certificate's subject. */
    AcceptedRequest key(X509CertificateHolder old, CaProfile profile) {
        CertTemplate template = template();
        Refusal.unless(
                template.getSubject() == null || template.getSubject().equals(old.getSubject()),
                PKIFailureInfo.badCertTemplate,
                "the subject is that of the certificate being renewed");
        Refusal.unless(isOf(old), PKIFailureInfo.badCertId, "oldCertId is the certificate that protects the message");
        try {
            return KeyProof.prove(new CertificateRequestMessage(message), profile);
        } catch (Problem e) {
            throw new Refusal(PKIFailureInfo.badPOP, "the new key: " + e.getMessage(), e);
        }
    }

    private boolean isOf(X509CertificateHolder old) {
        Controls controls = message.getCertReq().getControls();
        if (controls == null) {
            return true;
        }
        for (AttributeTypeAndValue control : controls.toAttributeTypeAndValueArray()) {
            if (control.getType().equals(CMPObjectIdentifiers.regCtrl_oldCertID)) {
                CertId id = CertId.getInstance(control.getValue());
                return id.getIssuer().equals(new GeneralName(old.getIssuer()))
                        && id.getSerialNumber().hasValue(old.getSerialNumber());
            }
        }
        return true;
    }

    /** Whether that certificate has all that was asked for. */
    boolean isMetBy(X509CertificateHolder issued) {
        Extensions wanted = template().getExtensions();
        if (template().getValidity() != null) {
            return false;
        }
        if (wanted == null) {
            return true;
        }
        for (var type : wanted.getExtensionOIDs()) {
            ASN1Encodable value = wanted.getExtensionParsedValue(type);
            if (issued.getExtension(type) == null
                    || !issued.getExtension(type).getParsedValue().equals(value)) {
                return false;
            }
        }
        return true;
    }

    private CertTemplate template() {
        return message.getCertReq().getCertTemplate();
    }
}
