// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.certificate.VisibleText;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.folder.pkcs12.Bags;
import org.obnova.host.storage.folder.pkcs12.ChainOrder;
import org.obnova.host.storage.folder.pkcs12.Effort;
import org.obnova.host.storage.folder.pkcs12.OpenedPfx;

/** What the keys of a container are, with or without its password. */
final class Contents {
    private static final int LONGEST_LABEL = 200;

    private Contents() {}

    /** The key that the mark names, and nothing beside it. */
    static List<Content> marked(OpenedPfx pfx, Mark mark) {
        SafeBag bag = Mark.bag(pfx).orElseThrow();
        return List.of(content(pfx, bag, mark.publicKey(), Mark.FORMAT_VERSION, mark.needsPassword()));
    }

    /**
     * What a container of another program tells by itself: the public keys come from its certificates, or from what the empty password opens.
     *
     * @param effort where it is spent the empty password is not tried
     * @throws Fault {@code CONTAINER_UNSUPPORTED} where it tells nothing
     */
    static List<Content> ofForeign(OpenedPfx pfx, Effort effort) throws IOException {
        try (Secret empty = Secret.empty()) {
            if (pfx.isCheapToTry() && effort.spend(pfx.costOfATry()) && pfx.accepts(empty)) {
                pfx.reveal(empty);
                if (pfx.isCheapToTry()) {
                    return opened(pfx, empty);
                }
            }
        }
        List<Content> told = new ArrayList<>();
        for (SafeBag bag : pfx.bags().keys()) {
            keyOf(pfx, bag).ifPresent(key -> told.add(content(pfx, bag, key, 0, true)));
        }
        if (told.isEmpty()) {
            throw new Fault(ErrorCode.CONTAINER_UNSUPPORTED, "the container tells nothing without its password");
        }
        return told;
    }

    /**
     * What it tells with its password.
     *
     * @throws Fault {@code CONTAINER_WITHOUT_KEY}
     */
    static List<Content> opened(OpenedPfx pfx, Secret password) throws IOException {
        List<Content> all = new ArrayList<>();
        for (SafeBag bag : pfx.bags().keys()) {
            try (SoftwareKey key = pfx.key(bag, password)) {
                all.add(content(pfx, bag, key.publicKey(), 0, !password.isEmpty()));
            } catch (Fault e) {
                if (e.code() != ErrorCode.ALGORITHM_UNSUPPORTED
                        || pfx.bags().keys().size() == 1) {
                    throw e;
                }
                // A key of a kind that nobody renews may lie beside those that count.
            }
        }
        if (all.isEmpty()) {
            throw new Fault(ErrorCode.CONTAINER_WITHOUT_KEY, "there is no key inside");
        }
        return all;
    }

    /** The public key of a bag as its certificate tells; several keys are told apart by their ids alone. */
    static Optional<SubjectPublicKeyInfo> keyOf(OpenedPfx pfx, SafeBag bag) {
        boolean alone = pfx.bags().keys().size() == 1;
        Optional<ASN1OctetString> id = Bags.localKeyId(bag);
        if (id.isEmpty() && !alone) {
            return Optional.empty();
        }
        List<X509CertificateHolder> chain = ChainOrder.of(id, pfx.bags().certificates());
        return chain.stream().findFirst().map(X509CertificateHolder::getSubjectPublicKeyInfo);
    }

    private static Content content(
            OpenedPfx pfx, SafeBag bag, SubjectPublicKeyInfo key, int formatVersion, boolean needsPassword) {
        String label = Bags.friendlyName(bag).orElse("");
        return new Content(
                shown(label), key, ChainOrder.of(key, pfx.bags().certificates()), formatVersion, needsPassword);
    }

    /** What a person calls a container, without what does not show itself, and not endless. */
    static String shown(String label) {
        String shown = VisibleText.shown(label);
        int length = Math.min(LONGEST_LABEL, shown.codePointCount(0, shown.length()));
        return shown.substring(0, shown.offsetByCodePoints(0, length));
    }
}
