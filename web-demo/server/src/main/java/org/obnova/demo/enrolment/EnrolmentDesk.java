// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.demo.audit.StoredAuditLog;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.ca.RequestCheck;
import org.obnova.demo.ca.SignatureCheck;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.enrolment.Application.ReceiptConfirmation;
import org.obnova.demo.enrolment.Document.Kind;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.HolderDirectory;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.holders.PersonalData;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.media.MediaRules;
import org.obnova.demo.media.Medium;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.registers.RegisterAnswer;
import org.obnova.demo.registers.Registers;
import org.obnova.demo.timestamp.OwnStamps;
import org.obnova.demo.timestamp.SignatureStamps;
import org.obnova.demo.timestamp.TimeStampAuthority;

/** Takes applications through their steps; each step is one transaction. */
public final class EnrolmentDesk implements Applications {
    private final Papers papers;
    private final EmailProofs emails;
    private final SignedSteps signed;
    private final Openings openings;
    private final RequestStep requestStep;
    private final GivingUp givingUp;
    private final DataSteps data;
    private final Way way;
    private final Passage passage;
    private final Holders holders;
    private final PersonalData people;
    private final TestAuthority authority;
    private final ReceiptCodes receiptCodes;
    private final InstantSource clock;

    /**
     * A desk whose queue is not yet started.
     *
     * @param profile algorithm of new keys
     * @param media where they may lie
     */
    public EnrolmentDesk(
            TestAuthority authority,
            HolderDirectory holders,
            ReceiptCodes receiptCodes,
            IssuingQueue queue,
            Registers registers,
            Regime regime,
            CaProfile profile,
            MediaRules media,
            InstantSource clock,
            SecureRandom random) {
        this.papers = queue.papers();
        OwnStamps stamps = new OwnStamps(new TimeStampAuthority(authority.timeStamps(profile), clock, random), random);
        this.signed = new SignedSteps(
                papers.documents(),
                new SignatureCheck(authority.register(), clock),
                new SignatureStamps(stamps, profile),
                new StoredAuditLog(papers.database(), clock));
        this.emails = new EmailProofs(papers.database(), authority.register(), clock);
        this.way = new Way(holders, regime, clock);
        this.data = new DataSteps(papers, authority, registers, way, clock);
        this.passage = new Passage(papers, way, data, clock);
        this.openings = new Openings(papers, holders, holders, regime, profile, clock, random);
        this.requestStep = new RequestStep(papers, new RequestCheck(authority.register()), media, queue, way, clock);
        this.givingUp = new GivingUp(papers, authority, clock);
        this.holders = holders;
        this.people = holders;
        this.authority = authority;
        this.receiptCodes = receiptCodes;
        this.clock = clock;
    }

    @Override
    public Application open(String sha256, Holder holder) {
        return openings.open(sha256, holder);
    }

    @Override
    public Application openFirst(Holder holder, Reason reason) {
        return openings.openFirst(holder, reason);
    }

    @Override
    public Application showOnly(Holder holder) {
        return openings.showOnly(holder);
    }

    /** The steps that documents, operator and service centre decide about. */
    public Proceedings proceedings() {
        return passage;
    }

    @Override
    public Optional<Application> find(String id) {
        return papers.applications().find(id);
    }

    @Override
    public List<Application> ofHolder(String holder) {
        return papers.applications().ofHolder(holder);
    }

    @Override
    public Application begin(String id) {
        return data.begin(id);
    }

    @Override
    public Application saveDraft(String id, PersonForm form) {
        return data.saveDraft(id, form);
    }

    @Override
    public Organisation refreshOrganisation(String id) {
        return data.refreshOrganisation(id);
    }

    @Override
    public Application confirmData(String id) {
        return data.confirm(id);
    }

    @Override
    public Application back(String id, ApplicationState step) {
        return passage.back(id, step);
    }

    @Override
    public Application forward(String id) {
        return passage.forward(id);
    }

    @Override
    public Application giveOnPaper(String id) {
        return passage.giveOnPaper(id);
    }

    @Override
    public Course course(Application application) {
        return way.course(application);
    }

    @Override
    public List<RegisterAnswer> answers(String id) {
        return papers.answers().of(known(id).id());
    }

    @Override
    public Document statement(String id) {
        return signed.document(known(id).id(), Kind.STATEMENT);
    }

    @Override
    public Application receiveStatement(String id, byte[] cms) {
        Instant now = clock.instant();
        return papers.applications()
                .step(
                        id,
                        application -> signed.receive(
                                application,
                                Kind.STATEMENT,
                                cms,
                                ApplicationState.STATEMENT,
                                now,
                                () -> application.on(way.after(application), now)));
    }

    @Override
    public Application agreeToIssue(String id) {
        return papers.applications().step(id, application -> {
            if (application.agreed() != null) {
                return application;
            }
            require(application.state() == ApplicationState.REQUEST, "no agreement is due");
            return application.agreedAt(clock.instant());
        });
    }

    @Override
    public Application chooseMedium(String id, Medium medium) {
        return requestStep.choose(id, medium);
    }

    @Override
    public Application receiveRequest(String id, byte[] pkcs10) {
        return requestStep.receive(id, pkcs10);
    }

    @Override
    public CodeSent sendRequestCode(String id) {
        Application application = known(id);
        require(application.state() == ApplicationState.CONFIRMATION, "no code is due");
        return receiptCodes.send(application);
    }

    @Override
    public Application confirmRequestByCode(String id, String code) {
        Application before = known(id);
        require(before.state() == ApplicationState.CONFIRMATION, "no code is due");
        receiptCodes.use(before, code);
        return requestStep.confirm(id);
    }

    @Override
    public boolean emailProven(String id) {
        return emails.proven(known(id));
    }

    @Override
    public CodeSent sendEmailCode(String id) {
        return emails.send(known(id), receiptCodes.codes(), receiptCodes.notices());
    }

    @Override
    public void confirmEmail(String id, String code) {
        emails.confirm(known(id), receiptCodes.codes(), code);
    }

    @Override
    public Optional<Der> request(String id) {
        return papers.requests().find(known(id).id());
    }

    @Override
    public Optional<Issued> issued(String id) {
        return authority.register().ofApplication(known(id).id()).map(entry -> {
            List<Der> chain =
                    authority.issuers(entry).stream().map(EnrolmentDesk::der).toList();
            return new Issued(entry, new Der(entry.der()), chain);
        });
    }

    @Override
    public Document receipt(String id) {
        return signed.document(known(id).id(), Kind.RECEIPT);
    }

    @Override
    public Application receiveReceipt(String id, byte[] cms) {
        Instant now = clock.instant();
        return papers.applications()
                .step(
                        id,
                        application -> signed.receive(
                                application,
                                Kind.RECEIPT,
                                cms,
                                ApplicationState.RECEIPT,
                                now,
                                () -> application
                                        .confirmed(ReceiptConfirmation.SIGNATURE)
                                        .on(way.after(application), now)));
    }

    @Override
    public CodeSent sendReceiptCode(String id) {
        Application application = known(id);
        require(application.state() == ApplicationState.RECEIPT, "no receipt is due");
        return receiptCodes.send(application);
    }

    @Override
    public Application confirmReceiptByCode(String id, String code) {
        Application before = known(id);
        if (before.receipt() == ReceiptConfirmation.CODE) {
            return before;
        }
        require(before.state() == ApplicationState.RECEIPT, "no receipt is due");
        receiptCodes.use(before, code);
        return papers.applications().step(id, application -> {
            require(application.state() == ApplicationState.RECEIPT, "no receipt is due");
            return application.confirmed(ReceiptConfirmation.CODE).on(way.after(application), clock.instant());
        });
    }

    @Override
    public Application giveUp(String id) {
        return givingUp.giveUp(id);
    }

    @Override
    public Application markInstalled(String id) {
        return papers.applications().step(id, application -> {
            if (application.state() == ApplicationState.DONE) {
                return application;
            }
            require(application.state() == ApplicationState.INSTALL, "nothing is to be installed");
            String certificate = application.certificate();
            if (certificate == null) {
                throw new IllegalStateException("INSTALL comes after the issue");
            }
            application.renews().ifPresent(old -> authority.register().markRenewed(old, certificate));
            people.keep(application.holder(), application.details().valid());
            return application.on(ApplicationState.DONE, clock.instant());
        });
    }

    @Override
    public Application markBackedUp(String id) {
        return papers.applications().step(id, application -> {
            require(application.state() == ApplicationState.DONE, "nothing is installed yet");
            Holder holder = holders.byId(application.holder()).orElseThrow();
            Copying.of(holder.kind(), application.medium()).check();
            return application.backedUp() ? application : application.backedUpAt(clock.instant());
        });
    }

    private Application known(String id) {
        return find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such application"));
    }

    private static Der der(X509CertificateHolder certificate) {
        try {
            return new Der(certificate.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate that does not encode", e);
        }
    }

    /** Refuses a step that is not due. */
    static void require(boolean condition, String detail) {
        if (!condition) {
            throw new Problem(ProblemCode.STEP_OUT_OF_ORDER, detail);
        }
    }
}
