// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.obnova.demo.audit.Actor;

/**
 * Couriers, who check identity and take the originals at the holder's place («выезд специалиста», S13): bought at the service centre, ordered by the holder, sent by the
 * operator. An act that is not due is STEP_OUT_OF_ORDER; who may do what is the caller's to check.
 */
public interface Couriers {
    /** The visit of an application, where one was bought. */
    Optional<CourierVisit> of(String application);

    /**
     * The visit was paid for: the holder chooses no service centre. A second time changes nothing.
     *
     * @throws org.obnova.demo.problem.Problem STEP_OUT_OF_ORDER once the application was sent, where its centre is fixed, and in a regime that has no couriers
     */
    void bought(String application, Actor clerk);

    /** Whether {@link #bought} would take it. */
    boolean mayBeBought(String application);

    /** The days that the holder may choose: tomorrow, in Moscow, and those after it. */
    List<LocalDate> days();

    /**
     * The holder says where and when, before the application is sent, and again as long as nobody is on the way.
     *
     * @param day ISO 8601
     * @param hours {@link CourierOrder.Hours#key}
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID for {@code address}, {@code day} or {@code hours}
     */
    void order(String application, String address, String day, String hours);

    /**
     * The courier goes; the application waits in VISIT. The holder is told.
     *
     * @throws org.obnova.demo.problem.Problem STEP_OUT_OF_ORDER, also once the day of the order is past in Moscow
     */
    void leaves(String application, Actor operator);

    /** The courier found nobody. The holder is told, and chooses anew. */
    void missed(String application, Actor operator);
}
