// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.ca.Capacity;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationKind;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Copying;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.enrolment.Issued;
import org.obnova.demo.holders.Capacities;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.Medium;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.registers.EsiaEntry;
import org.obnova.demo.web.ProblemDocument;

/**
 * The page of an application, whatever its step.
 *
 * @param old the certificate that is renewed; null of a first issue
 * @param document the text to sign at this step
 * @param issued the new certificate once there is one
 * @param signers certificates of the same holder that may sign it, the best choice first
 * @param code the receipt's code, where one was sent
 * @param media which media fit
 * @param esia where the registration of the new certificate in ESIA stands; null where it was not taken up yet
 * @param copying whether copies of the new key may be made
 * @param problem what was wrong with what the person sent, shown beside its field
 * @param files names of the files that there are to download
 * @param handOver what is said of the holder to somebody who acts for the holder; null to the holder
 * @param data the form or what stands in it, at the step of the data
 * @param counter what waits at the service centre
 * @param documents what there is to upload beside a statement that is to be signed, where the regime puts both on one page; null elsewhere
 * @param address whether the e-mail address is proven, and how it can be
 * @param regime how the CA works: what the page promises and advises
 */
public record ApplicationView(
        Application application,
        @Nullable HolderCertificate old,
        Trail trail,
        @Nullable Document document,
        List<HolderCertificate> signers,
        @Nullable Issued issued,
        @Nullable CodeView code,
        MediaAdvice media,
        @Nullable EsiaEntry esia,
        Copying copying,
        @Nullable ProblemDocument problem,
        List<String> files,
        @Nullable DataView data,
        @Nullable HandOverView handOver,
        CounterView counter,
        @Nullable CaseView documents,
        AddressView address,
        Regime regime) {
    public ApplicationView {
        signers = List.copyOf(signers);
        files = List.copyOf(files);
    }

    public String id() {
        return application.id();
    }

    /** The full name as it stands in the data, whole or not. */
    public String fullName() {
        return Stream.of("surname", "givenName", "patronymic")
                .map(form()::get)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    public String inn() {
        return form().get("inn");
    }

    /** What the certificate says of the holder besides the person: keys of texts, with what stands there. */
    public Map<String, String> capacity() {
        Capacity capacity = Capacities.of(
                application.applicant().kind(),
                form(),
                application.details().organisation(),
                regime.employee() == Regime.EmployeeCertificate.ORGANISATION);
        Map<String, String> rows = new LinkedHashMap<>();
        switch (capacity) {
            case Capacity.Private nothing -> {}
            case Capacity.Business business -> rows.put("data.ogrnip", business.ogrnip());
            case Capacity.ForOrganisation of -> {
                rows.put("data.organisation", of.name());
                rows.put("organisation.ogrn", of.ogrn());
                rows.put("data.organisation.inn", of.inn());
                rows.put("organisation.address", Capacities.address(of.place()));
                rows.put("data.position", Objects.requireNonNullElse(of.title(), ""));
                rows.put("data.unit", Objects.requireNonNullElse(of.unit(), ""));
            }
        }
        rows.values().removeIf(String::isEmpty);
        return rows;
    }

    private PersonForm form() {
        return application.details().valid();
    }

    public String email() {
        return Objects.requireNonNullElse(application.email(), "");
    }

    public String step() {
        return Steps.key(application.state());
    }

    /** СНИЛС as people write it: 112-233-445 95. */
    public String snils() {
        String digits = form().get("snils");
        return digits.length() != 11
                ? digits
                : digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6, 9) + " "
                        + digits.substring(9);
    }

    /** The certificate that is renewed, where one is. */
    public HolderCertificate renewed() {
        return Objects.requireNonNull(old);
    }

    /** Days of the old certificate that are lost if the new one is issued today (S5). */
    public long daysLost() {
        return old == null ? 0 : old.daysLeft();
    }

    /** Earlier steps to which the person may go back, the latest first. */
    public List<Trail.Stop> backTo() {
        boolean may = !begun() && application.state().mayGoBack();
        return may ? trail.behind() : List.of();
    }

    /** Whether nothing was changed since the person went back. */
    public boolean mayGoForward() {
        return application.state().before(application.progress().furthest())
                && application.details().unchanged();
    }

    public String furthest() {
        return Steps.key(application.progress().furthest());
    }

    /** What the page says of a password for the container. */
    public String passwordKey() {
        return switch (regime.containerPassword()) {
            case OPTIONAL -> "step.request.password.optional";
            case ADVISED_EMPTY -> "step.request.password.empty";
        };
    }

    public String titleKey() {
        boolean first = application.purpose().kind() == ApplicationKind.FIRST_ISSUE;
        return switch (application.state()) {
            case INTRODUCTION -> first ? "step.introduction.first" : "step.introduction.title";
            case STATEMENT -> documents == null ? "step.statement.title" : "case.documents.title";
            case DATA -> data != null && data.editing() ? "step.form.title" : confirmationKey(first);
            default -> "step." + step() + ".title";
        };
    }

    private static String confirmationKey(boolean first) {
        return first ? "step.data.first" : "step.data.title";
    }

    public Document signedText() {
        return Objects.requireNonNull(document);
    }

    /** What the person calls the medium of the new key; empty where the page does not know it. */
    public String mediumName() {
        Medium medium = application.medium();
        return medium == null ? "" : medium.label();
    }

    /** Whether a backup may be made, as far as the page knows. */
    public boolean mayBeCopied() {
        return copying == Copying.ALLOWED;
    }

    /** The last part of the texts that say why there is no backup, or whether there is one. */
    public String copyKey() {
        return switch (copying) {
            case ALLOWED -> application.backedUp() ? "made" : "none";
            case NEVER_LEAVES -> "never";
            case NOT_FOR_HOLDER -> "holder";
        };
    }

    /** Whether the new key was begun on a medium before, at a step that the person may have left. */
    public boolean begun() {
        return application.state() == ApplicationState.REQUEST && application.medium() != null;
    }

    /** Whether there is a new key, or may be one, that the person can still give up. */
    public boolean mayGiveUp() {
        return switch (application.state()) {
            case REQUEST -> application.medium() != null;
            case CONFIRMATION, ISSUING, RECEIPT, INSTALL -> true;
            default -> false;
        };
    }

    /** Whether the new key lies on a token, as far as the page knows. */
    public boolean onToken() {
        Medium medium = application.medium();
        return medium != null && medium.isToken();
    }

    /** The last part of the text that says whether ESIA knows the new certificate (63-FZ, article 18, part 5). */
    public String esiaKey() {
        if (esia == null || (esia.registered() == null && esia.attempts() == 0)) {
            return "waiting";
        }
        return esia.registered() == null ? "repeated" : "registered";
    }

    /** When ESIA took it; the text that shows this is of a registered one. */
    public Instant esiaRegistered() {
        return Objects.requireNonNull(esia == null ? null : esia.registered());
    }

    public Issued made() {
        return Objects.requireNonNull(issued);
    }
}
