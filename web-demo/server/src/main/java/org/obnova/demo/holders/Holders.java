// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import java.util.List;
import java.util.Optional;
import org.obnova.demo.notifications.Phone;

/** The people of the CA and their certificates. */
public interface Holders {
    /** Whom that phone may act for: its owner first, then those whose accountant the owner is. Empty for an unknown phone. */
    List<Holder> byPhone(Phone phone);

    /** The holder of that id. */
    Optional<Holder> byId(String id);

    /** The holder of that certificate (64 lowercase hex digits of its SHA-256). */
    Optional<Holder> byCertificate(String sha256);

    /** So many people, in the order in which they came, for the portal's login page; the main holder first. */
    List<Holder> first(int most);

    /** The holder's certificates, the latest to expire first, with their renewal state now. */
    List<HolderCertificate> certificates(Holder holder);

    /** One certificate with its renewal state now. */
    Optional<HolderCertificate> certificate(String sha256);
}
