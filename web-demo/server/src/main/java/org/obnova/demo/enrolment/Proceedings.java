// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.util.List;

/**
 * What happens to an application between the confirmed data and the consent to the issue, by what documents, operator and service centre decide.
 * Each step checks that it is the application's turn (else STEP_OUT_OF_ORDER); one that was taken already changes nothing.
 */
public interface Proceedings {
    /** From STATEMENT on: the scan of the statement on paper is there. */
    Application statementOnPaper(String id);

    /** From DOCUMENTS on: all that is wanted is there. */
    Application documentsComplete(String id);

    /** In STATEMENT or DOCUMENTS: a document came or went, so that nothing behind that step counts any more. */
    Application documentsChanged(String id);

    /** From CENTRE on: the holder sent it («Отправить заявку»). */
    Application send(String id);

    /** From REVIEW on: the operator approves. */
    Application approve(String id);

    /**
     * From REVIEW back to the documents.
     *
     * @param comment what is to be mended («Комментарий»), as the holder reads it
     */
    Application reject(String id, String comment);

    /** All that wait for such a step, the one that has waited longest first. */
    List<Application> waiting(ApplicationState state);

    /** From VISIT on: identity was checked and originals were received. */
    Application identityChecked(String id);
}
