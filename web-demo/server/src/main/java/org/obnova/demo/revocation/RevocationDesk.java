// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.revocation;

import java.util.function.Predicate;
import org.obnova.demo.audit.About;
import org.obnova.demo.audit.Actor;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.audit.AuditLog;
import org.obnova.demo.ca.IssuedCertificate;
import org.obnova.demo.ca.TestAuthority;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/** The desk of one authority; an act, its notice and its entry in the audit log are one transaction. */
public final class RevocationDesk implements CertificateActs {
    private final Database database;
    private final TestAuthority authority;
    private final Holders holders;
    private final Notices notices;
    private final AuditLog audit;

    /** A desk over what that authority issued. */
    public RevocationDesk(
            Database database, TestAuthority authority, Holders holders, Notices notices, AuditLog audit) {
        this.database = database;
        this.authority = authority;
        this.holders = holders;
        this.notices = notices;
        this.audit = audit;
    }

    @Override
    public State state(String sha256) {
        IssuedCertificate certificate = known(sha256);
        if (certificate.revoked() == null) {
            return State.VALID;
        }
        return certificate.suspended() ? State.SUSPENDED : State.REVOKED;
    }

    @Override
    public void revoke(String sha256, RevocationReason reason, Actor actor) {
        act(
                sha256,
                certificate -> authority.revocations().revoke(certificate, reason.code(), actor),
                "Сертификат отозван",
                "Ваш сертификат отозван: подписывать им больше нельзя. Если вы об этом не просили, сразу позвоните в сервисный центр.");
    }

    @Override
    public void suspend(String sha256, Actor actor) {
        act(
                sha256,
                certificate -> authority.revocations().suspend(certificate, actor),
                "Действие сертификата приостановлено",
                "Действие вашего сертификата приостановлено: пока его не возобновят, подписывать им нельзя. Вопросы — в сервисный центр.");
    }

    @Override
    public void resume(String sha256, Actor actor) {
        act(
                sha256,
                certificate -> authority.revocations().resume(certificate, actor),
                "Действие сертификата возобновлено",
                "Действие вашего сертификата возобновлено: подписывать им снова можно.");
    }

    @Override
    public void orderReplacement(String sha256, Actor actor) {
        database.update(handle -> {
            IssuedCertificate certificate = known(sha256);
            refuse(certificate.replace() || certificate.revoked() != null || certificate.renewedBy() != null);
            authority.register().markForReplacement(sha256);
            audit.record(actor, AuditAction.CERTIFICATE_REPLACEMENT_ORDERED, about(certificate));
            tell(
                    certificate,
                    "Сертификат нужно заменить",
                    "Удостоверяющий центр назначил внеплановую замену вашего сертификата. Войдите в личный кабинет и нажмите «Обновить сертификат».");
        });
    }

    private void act(String sha256, Predicate<IssuedCertificate> change, String subject, String text) {
        database.update(handle -> {
            IssuedCertificate certificate = known(sha256);
            refuse(!change.test(certificate));
            tell(certificate, subject, text);
        });
    }

    private static About about(IssuedCertificate certificate) {
        return About.object("certificate", certificate.sha256());
    }

    private void tell(IssuedCertificate certificate, String subject, String text) {
        Holder holder = holders.byId(certificate.holder()).orElseThrow(RevocationDesk::unknown);
        notices.sms(holder.phone(), text);
        String address = holder.subject().email();
        if (address != null) {
            notices.email(address, subject, text);
        }
    }

    private IssuedCertificate known(String sha256) {
        return authority.register().find(sha256).orElseThrow(RevocationDesk::unknown);
    }

    private static Problem unknown() {
        return new Problem(ProblemCode.NOT_FOUND, "no such certificate");
    }

    private static void refuse(boolean unfit) {
        if (unfit) {
            throw new Problem(ProblemCode.CERTIFICATE_STANDING, "the certificate stands otherwise");
        }
    }
}
