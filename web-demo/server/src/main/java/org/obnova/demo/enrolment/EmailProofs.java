// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.obnova.demo.ca.Bearer;
import org.obnova.demo.ca.CertificateRegister;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.notifications.OneTimeCodes;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.Regime;
import org.obnova.demo.store.Database;

/**
 * Which e-mail addresses may stand in a certificate: the one of the certificate that is renewed, and one to which a code was sent that came back. Any other is
 * only written to; the certificate is issued without it (RFC 5280 section 4.2.1.6: the authority must have verified each part of the subject alternative name).
 */
final class EmailProofs {
    private final Database database;
    private final CertificateRegister register;
    private final InstantSource clock;

    EmailProofs(Database database, CertificateRegister register, InstantSource clock) {
        this.database = database;
        this.register = register;
        this.clock = clock;
    }

    /** Whether the address of the application's data is the holder's as far as the authority knows; also where there is none. */
    boolean proven(Application application) {
        String address = application.email();
        return address == null
                || inRenewed(application, address)
                || database.read(handle -> handle.createQuery(
                                        "SELECT count(*) FROM email_proof"
                                                + " WHERE application = :application AND address = :address AND proven IS NOT NULL")
                                .bind("application", application.id())
                                .bind("address", address)
                                .mapTo(Integer.class)
                                .one())
                        > 0;
    }

    /** Whom the certificate names: without an address that nobody has proven. */
    Bearer bearer(Application application, Regime regime) {
        Bearer bearer = Subjects.bearer(application, regime);
        return proven(application) ? bearer : bearer.withoutEmail();
    }

    /**
     * Sends a code by a letter to the address of the data. An earlier code works no more, and neither does what it proved.
     *
     * @throws Problem CODE_TOO_SOON, CODE_PAUSED, CODES_SPENT; STEP_OUT_OF_ORDER where nothing is to be proven
     */
    CodeSent send(Application application, OneTimeCodes codes, Notices notices) {
        String address = due(application);
        return database.write(handle -> {
            OneTimeCodes.Made made = codes.make(OneTimeCodes.Purpose.EMAIL, application.id(), Message.Kind.EMAIL);
            handle.createUpdate("INSERT INTO email_proof (application, address, proven)"
                            + " VALUES (:application, :address, NULL) ON CONFLICT (application)"
                            + " DO UPDATE SET address = excluded.address, proven = NULL")
                    .bind("application", application.id())
                    .bind("address", address)
                    .execute();
            notices.email(
                    address,
                    "Код подтверждения адреса",
                    "Код: " + made.code()
                            + ".\nВведите его на странице заявки на сертификат, и адрес войдёт в сертификат."
                            + "\nЕсли вы ничего не запрашивали, не сообщайте код никому.");
            return made.sent();
        });
    }

    /**
     * Takes the code from the letter. A code that went to another address than the one in the data now proves nothing.
     *
     * @throws Problem CODE_WRONG, CODE_PAUSED; STEP_OUT_OF_ORDER where nothing is to be proven
     */
    void confirm(Application application, OneTimeCodes codes, String code) {
        if (proven(application)) {
            return;
        }
        String address = due(application);
        if (sentTo(application).filter(address::equals).isEmpty()) {
            throw new Problem(ProblemCode.CODE_WRONG, "no code went to this address");
        }
        codes.use(OneTimeCodes.Purpose.EMAIL, application.id(), code, () -> keep(application, address));
    }

    private void keep(Application application, String address) {
        database.update(handle -> handle.createUpdate("UPDATE email_proof SET proven = :now"
                        + " WHERE application = :application AND address = :address")
                .bind("now", clock.instant().toEpochMilli())
                .bind("application", application.id())
                .bind("address", address)
                .execute());
    }

    /** From the confirmed data to the issue: later the certificate is signed, earlier the address may still be half typed. */
    private String due(Application application) {
        EnrolmentDesk.require(
                ApplicationState.DATA.before(application.state())
                        && application.state().before(ApplicationState.ISSUING)
                        && !proven(application),
                "no address is to be proven");
        return Objects.requireNonNull(application.email(), "an address that is not there is not to be proven");
    }

    private Optional<String> sentTo(Application application) {
        return database.read(
                handle -> handle.createQuery("SELECT address FROM email_proof WHERE application = :application")
                        .bind("application", application.id())
                        .mapTo(String.class)
                        .findOne());
    }

    private boolean inRenewed(Application application, String address) {
        return application.renews().flatMap(register::find).stream()
                .filter(old -> old.holder().equals(application.holder()))
                .anyMatch(old -> old.addresses().contains(address));
    }
}
