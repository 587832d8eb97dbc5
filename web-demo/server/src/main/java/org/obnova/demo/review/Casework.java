// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.obnova.demo.documents.PowerOfAttorney;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;

/**
 * What happens to applications between their confirmed data and the consent to the issue. A step that is not due is STEP_OUT_OF_ORDER; who may see
 * or do what is the caller's to check.
 */
public interface Casework {
    /** Which documents it needs, in the order of the page. */
    List<Requirement> requirements(Application application);

    /** What is still to be uploaded. */
    List<Requirement> missing(Application application);

    /** How its statement on paper comes to the CA. */
    PaperManner manner(Application application);

    /**
     * The documents are uploaded («Продолжить»): from STATEMENT on paper, or from DOCUMENTS on.
     *
     * @throws org.obnova.demo.problem.Problem DOCUMENTS_MISSING, and those of {@link #requireFitting}
     */
    Application documentsUploaded(String id);

    /**
     * In STATEMENT or DOCUMENTS: documents are about to change, or have changed. What was approved with the earlier ones counts no more.
     *
     * @throws org.obnova.demo.problem.Problem STEP_OUT_OF_ORDER
     */
    void documentsChanged(String id);

    /** The centres among which holders choose. */
    List<ServiceCentre> centres();

    /** The couriers who come to holders. */
    Couriers couriers();

    /** Where this one's holder comes. */
    Arrangement arrangement(Application application);

    /** What was chosen, and what happened there. */
    Appointment appointment(Application application);

    /**
     * From CENTRE on («Отправить заявку»).
     *
     * @param centre id of the chosen centre; not looked at where nobody chooses
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID for a centre that there is not, and for a courier without address; DOCUMENTS_MISSING, and those of {@link #requireFitting}
     */
    Application send(String id, String centre);

    /** The applications that wait in REVIEW or in VISIT, the longest waiting first. */
    List<Application> waiting(ApplicationState state);

    /**
     * From REVIEW on. The holder is told.
     *
     * @throws org.obnova.demo.problem.Problem DOCUMENTS_MISSING, and those of {@link #requireFitting}
     */
    Application approve(String id, String operator);

    /**
     * From REVIEW back to the documents. The holder is told.
     *
     * @param remark «Комментарий», as the holder reads it
     * @throws org.obnova.demo.problem.Problem FIELD_INVALID for an empty one
     */
    Application reject(String id, String operator, String remark);

    /**
     * An upload may stay: a machine-readable power of attorney is to be this holder's, from this organisation, and in force.
     *
     * @throws org.obnova.demo.problem.Problem ATTORNEY_NOT_IN_FORCE, ATTORNEY_OF_OTHERS
     */
    void requireFitting(Application application, Upload upload);

    /** What the machine-readable powers of attorney among the uploads say, by id of the upload. */
    Map<String, PowerOfAttorney> attorneys(Application application);

    /** The papers that the holder brings to the visit. */
    List<Original> originals(Application application);

    /** Those that were compared, and by whom; none before the visit. */
    List<SeenOriginal> seenOriginals(String id);

    /**
     * From VISIT on: identity was checked in person. The holder is told.
     *
     * @param same ids of {@link #originals}: received, and the same as what was sent
     * @throws org.obnova.demo.problem.Problem ORIGINALS_NOT_COMPARED where one of them was not
     */
    Application identified(String id, String clerk, Set<String> same);

    /**
     * Decides about an application as it was shown: nobody changes it between the look and the decision, both are one transaction.
     *
     * @param seen {@link Application#version} of what was shown
     * @throws org.obnova.demo.problem.Problem STEP_OUT_OF_ORDER when it has changed since, and what the decision throws
     */
    void asSeen(String id, String seen, Runnable decision);

    /** What operators decided, the latest first. */
    List<Decision> decisions(String id);
}
