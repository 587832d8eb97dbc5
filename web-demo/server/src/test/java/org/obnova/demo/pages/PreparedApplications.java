// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.enrolment.Course;
import org.obnova.demo.enrolment.Der;
import org.obnova.demo.enrolment.Details;
import org.obnova.demo.enrolment.Document;
import org.obnova.demo.enrolment.Issued;
import org.obnova.demo.enrolment.Progress;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderCertificate;
import org.obnova.demo.holders.RenewalState;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.MediaRules;
import org.obnova.demo.media.MediaRulesFile;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.registers.Outcome;
import org.obnova.demo.registers.Register;
import org.obnova.demo.registers.RegisterAnswer;

/** Applications that a test puts into any state; they keep the order of steps, and take {@code good} for a valid signature. */
final class PreparedApplications implements Applications {
    static final byte[] GOOD = "good".getBytes(StandardCharsets.US_ASCII);
    static final String CODE = "123456";
    static final HolderCertificate NEW =
            PreparedPeople.certificate(PreparedPeople.ANNA, "c1".repeat(32), 364, RenewalState.NONE, null);
    static final String STATEMENT = """
            Заявление на выдачу квалифицированного сертификата

            Прошу выдать мне сертификат ключа проверки электронной подписи.

            Владелец: %s
            СНИЛС: 112-233-445 95
            ИНН: 500100732259
            Электронная почта: anna@example.ru

            С порядком использования электронной подписи ознакомлен(а).
            """;

    private final MediaRules rules = MediaRulesFile.bundled();
    private final Map<String, Application> all = new ConcurrentHashMap<>();

    /** The application of a holder, in a state. */
    String in(ApplicationState state, Holder holder, @Nullable String replaces) {
        String id = state.name().toLowerCase(java.util.Locale.ROOT) + "-" + holder.id();
        all.put(id, ApplicationInState.of(id, state, holder, replaces, null, false));
        return id;
    }

    /** As if that medium had been chosen before. */
    void lieOn(String id, Medium medium) {
        Application one = get(id);
        all.put(
                id,
                ApplicationInState.of(
                        id, one.state(), holder(one), one.purpose().replaces(), medium, one.backedUp()));
    }

    /** What the CA's queue does in the background. */
    void issue(String id) {
        go(id, ApplicationState.ISSUING, ApplicationState.RECEIPT);
    }

    void clear() {
        all.clear();
    }

    @Override
    public Application open(String sha256, Holder holder) {
        return all.values().stream()
                .filter(one -> one.replaces(sha256))
                .findFirst()
                .orElseGet(() -> get(in(ApplicationState.INTRODUCTION, holder, sha256)));
    }

    @Override
    public Optional<Application> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Application> ofHolder(String holder) {
        return all.values().stream().filter(one -> one.holder().equals(holder)).toList();
    }

    @Override
    public Application openFirst(Holder holder, Reason reason) {
        return get(in(ApplicationState.INTRODUCTION, holder, null));
    }

    @Override
    public Application showOnly(Holder holder) {
        throw new UnsupportedOperationException("none is led elsewhere");
    }

    @Override
    public Application begin(String id) {
        return get(id).state() == ApplicationState.INTRODUCTION
                ? go(id, ApplicationState.INTRODUCTION, ApplicationState.DATA)
                : get(id);
    }

    @Override
    public Application saveDraft(String id, PersonForm form) {
        Application one = get(id);
        Application typed = new Application(
                id,
                one.purpose(),
                one.applicant(),
                new Details(form, one.details().confirmed(), one.details().organisation()),
                one.profile(),
                one.progress(),
                one.issuance());
        all.put(id, typed);
        return typed;
    }

    @Override
    public Organisation refreshOrganisation(String id) {
        throw new Problem(ProblemCode.NOT_FOUND, "nobody here has an organisation");
    }

    @Override
    public Application back(String id, ApplicationState step) {
        return go(id, get(id).state(), step);
    }

    @Override
    public Application forward(String id) {
        return go(id, get(id).state(), ApplicationState.REQUEST);
    }

    @Override
    public Application giveOnPaper(String id) {
        return go(id, ApplicationState.STATEMENT, ApplicationState.DOCUMENTS);
    }

    @Override
    public Course course(Application application) {
        boolean coded = application.state() == ApplicationState.CONFIRMATION;
        boolean between = ApplicationInState.BETWEEN.contains(application.state());
        return Course.of(
                between ? Route.PAPER : Route.SIGNATURE, RegimeFile.preset(coded ? "2017" : "current"), !between);
    }

    @Override
    public List<RegisterAnswer> answers(String id) {
        if (!ApplicationInState.BETWEEN.contains(get(id).state())) {
            return List.of();
        }
        return List.of(
                new RegisterAnswer(Register.PASSPORT, Outcome.AGREES, PreparedPeople.NOW, Map.of()),
                new RegisterAnswer(Register.SNILS, Outcome.SILENT, PreparedPeople.NOW, Map.of()),
                new RegisterAnswer(Register.INN, Outcome.AGREES, PreparedPeople.NOW, Map.of()));
    }

    @Override
    public CodeSent sendRequestCode(String id) {
        return sendReceiptCode(id);
    }

    @Override
    public Application confirmRequestByCode(String id, String code) {
        if (!code.equals(CODE)) {
            throw new Problem(ProblemCode.CODE_WRONG, "wrong");
        }
        return go(id, ApplicationState.CONFIRMATION, ApplicationState.ISSUING);
    }

    @Override
    public Application confirmData(String id) {
        return go(id, ApplicationState.DATA, ApplicationState.STATEMENT);
    }

    @Override
    public Document statement(String id) {
        return document(id, Document.Kind.STATEMENT, "Заявление на выдачу сертификата", ApplicationState.REQUEST);
    }

    @Override
    public Application receiveStatement(String id, byte[] cms) {
        return checked(id, cms, ApplicationState.STATEMENT, ApplicationState.REQUEST);
    }

    @Override
    public Application agreeToIssue(String id) {
        return get(id);
    }

    @Override
    public Application chooseMedium(String id, Medium medium) {
        rules.check(get(id).use(), medium);
        lieOn(id, medium);
        return get(id);
    }

    @Override
    public Application receiveRequest(String id, byte[] pkcs10) {
        rules.check(get(id).use(), get(id).medium());
        return go(id, ApplicationState.REQUEST, ApplicationState.ISSUING);
    }

    @Override
    public boolean emailProven(String id) {
        return get(id).renews().isPresent();
    }

    @Override
    public CodeSent sendEmailCode(String id) {
        return new CodeSent(
                Message.Kind.EMAIL,
                6,
                PreparedPeople.NOW.plus(Duration.ofMinutes(2)),
                PreparedPeople.NOW.plus(Duration.ofMinutes(10)));
    }

    @Override
    public void confirmEmail(String id, String code) {
        throw new Problem(ProblemCode.CODE_WRONG, "no letter was sent");
    }

    @Override
    public Optional<Der> request(String id) {
        return get(id).state().before(ApplicationState.ISSUING) ? Optional.empty() : Optional.of(new Der(GOOD));
    }

    @Override
    public Optional<Issued> issued(String id) {
        return get(id).state().before(ApplicationState.RECEIPT)
                ? Optional.empty()
                : Optional.of(new Issued(NEW.issued(), new Der(GOOD), List.of(new Der(GOOD))));
    }

    @Override
    public Document receipt(String id) {
        return document(id, Document.Kind.RECEIPT, "Расписка в получении сертификата", ApplicationState.INSTALL);
    }

    @Override
    public Application receiveReceipt(String id, byte[] cms) {
        return checked(id, cms, ApplicationState.RECEIPT, ApplicationState.INSTALL);
    }

    @Override
    public CodeSent sendReceiptCode(String id) {
        Instant now = PreparedPeople.NOW;
        return new CodeSent(Message.Kind.SMS, 6, now.plusSeconds(120), now.plusSeconds(600));
    }

    @Override
    public Application confirmReceiptByCode(String id, String code) {
        if (!code.equals(CODE)) {
            throw new Problem(ProblemCode.CODE_WRONG, "wrong");
        }
        return go(id, ApplicationState.RECEIPT, ApplicationState.INSTALL);
    }

    @Override
    public Application giveUp(String id) {
        Application one = get(id);
        boolean underWay = one.state() != ApplicationState.DONE && !one.state().before(ApplicationState.REQUEST);
        if (!underWay) {
            throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "not the turn");
        }
        Application back = ApplicationInState.of(
                id, ApplicationState.REQUEST, holder(one), one.purpose().replaces(), null, false);
        all.put(id, back);
        return back;
    }

    @Override
    public Application markInstalled(String id) {
        return go(id, ApplicationState.INSTALL, ApplicationState.DONE);
    }

    @Override
    public Application markBackedUp(String id) {
        Application one = go(id, ApplicationState.DONE, ApplicationState.DONE);
        Application copied = ApplicationInState.of(
                id, one.state(), holder(one), one.purpose().replaces(), one.medium(), true);
        all.put(id, copied);
        return copied;
    }

    private Document document(String id, Document.Kind kind, String title, ApplicationState signedFrom) {
        Application one = get(id);
        String text = STATEMENT.formatted(holder(one).subject().commonName());
        Document.@Nullable Signature signature = one.state().before(signedFrom)
                ? null
                : new Document.Signature(new Der(GOOD), PreparedPeople.DUE, PreparedPeople.NOW, null);
        return new Document(kind, title, text, signature);
    }

    private Application checked(String id, byte[] cms, ApplicationState from, ApplicationState to) {
        if (!Arrays.equals(cms, GOOD)) {
            throw new Problem(ProblemCode.SIGNATURE_INVALID, "not good");
        }
        return go(id, from, to);
    }

    List<Application> waiting(ApplicationState state) {
        return all.values().stream().filter(one -> one.state() == state).toList();
    }

    /** Back to the documents, with the operator's comment. */
    Application reject(String id, String comment) {
        Application back = go(id, ApplicationState.REVIEW, ApplicationState.DOCUMENTS);
        Progress was = back.progress();
        Application rejected = new Application(
                id,
                back.purpose(),
                back.applicant(),
                back.details(),
                back.profile(),
                new Progress(
                        was.state(),
                        was.furthest(),
                        was.route(),
                        was.registersAgree(),
                        comment,
                        was.opened(),
                        was.changed(),
                        was.agreed()),
                back.issuance());
        all.put(id, rejected);
        return rejected;
    }

    Application go(String id, ApplicationState from, ApplicationState to) {
        Application one = get(id);
        if (one.state() != from) {
            throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, "not the turn");
        }
        Application next =
                ApplicationInState.of(id, to, holder(one), one.purpose().replaces(), one.medium(), one.backedUp());
        all.put(id, next);
        return next;
    }

    private static Holder holder(Application one) {
        return PreparedPeople.holder(one.holder());
    }

    private Application get(String id) {
        return Objects.requireNonNull(all.get(id), id);
    }
}
