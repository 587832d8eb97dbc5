// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.demo.accounts.Refusals.refused;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.ProblemCode;

/** One accountant serves several holders: through the phones that the service centre bound to them. */
class AccountDirectoryTest {
    private static final Phone SPARE = new Phone("+79000000009");

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Holder colleague() {
        return office.holders.byId("zhuravlyov").orElseThrow();
    }

    private String proven(Account account, Phone phone) {
        office.accounts.provePhone(account, phone);
        Message call = office.inbox.latestTo(phone.e164(), 1).getFirst();
        return call.from().replaceAll("\\D", "").substring(7);
    }

    @Test
    void phone_leadsToItsOwnersAccount_whichServesAllWhoAreBoundToIt() {
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);

        assertThat(account.isHolder("korableva")).isTrue();
        assertThat(office.accounts.served(account))
                .map(Holder::id)
                .startsWith("korableva")
                .contains("zhuravlyov", "soloveva", "myasoedov");
        assertThat(office.accounts.byPhone(Office.ACCOUNTANT_PHONE).id()).isEqualTo(account.id());
        assertThat(office.accounts.byHolder(office.accountant()).id()).isEqualTo(account.id());
    }

    @Test
    void phoneOfNobody_leadsNowhere() {
        assertThat(office.accounts.knows(SPARE)).isFalse();
        refused(ProblemCode.CODE_WRONG, () -> office.accounts.byPhone(SPARE));
    }

    @Test
    void certificate_showsItsHolderAlone_untilAPhoneIsAddedToTheProfile() {
        Account account = office.accounts.byHolder(office.accountant());
        assertThat(office.accounts.served(account)).map(Holder::id).containsExactly("korableva");

        Account with =
                office.accounts.addPhone(account, Office.ACCOUNTANT_PHONE, proven(account, Office.ACCOUNTANT_PHONE));

        assertThat(with.phones()).containsExactly(Office.ACCOUNTANT_PHONE);
        assertThat(office.accounts.served(with)).hasSizeGreaterThan(1);
    }

    @Test
    void severalPhones_addUp_andEachOneLeadsIn() {
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        office.accounts.addPhone(account, SPARE, proven(account, SPARE));

        assertThat(office.accounts.knows(SPARE)).isTrue();
        assertThat(office.accounts.byPhone(SPARE).id()).isEqualTo(account.id());
        assertThat(office.inbox
                        .latestTo(Office.ACCOUNTANT_PHONE.e164(), 1)
                        .getFirst()
                        .text())
                .contains("добавлен ещё один телефон");
    }

    @Test
    void addPhone_wantsItsOwnCode() {
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        Account other = office.accounts.byHolder(colleague());
        String code = proven(account, SPARE);

        refused(ProblemCode.CODE_WRONG, () -> office.accounts.addPhone(other, SPARE, code));
        refused(ProblemCode.CODE_WRONG, () -> office.accounts.addPhone(account, new Phone("+79000000008"), code));
        office.accounts.addPhone(account, SPARE, code);
        refused(ProblemCode.CODE_WRONG, () -> office.accounts.addPhone(account, SPARE, code));
    }

    @Test
    void addPhone_doesNotTakeItFromAnotherHoldersProfile() {
        Phone phone = colleague().phone();
        office.accounts.byPhone(phone);
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        String code = proven(account, phone);

        refused(ProblemCode.PHONE_TAKEN, () -> office.accounts.addPhone(account, phone, code));
        assertThat(office.accounts.byPhone(phone).isHolder("zhuravlyov")).isTrue();
    }

    @Test
    void removePhone_takesItsHoldersAway_endsOtherSessions_butNeverTheLastWayIn() {
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        refused(ProblemCode.LAST_PHONE, () -> office.accounts.removePhone(account, Office.ACCOUNTANT_PHONE));
        office.accounts.addPhone(account, SPARE, proven(account, SPARE));

        Account left = office.accounts.removePhone(account, Office.ACCOUNTANT_PHONE);

        assertThat(left.generation()).isGreaterThan(account.generation());
        assertThat(left.phones()).containsExactly(SPARE);
        assertThat(office.accounts.served(left)).map(Holder::id).containsExactly("korableva");
    }

    @Test
    void removedPhone_leadsNowhere_thoughTheServiceCentreBoundIt_untilItIsProvenAgain() {
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        office.accounts.addPhone(account, SPARE, proven(account, SPARE));
        office.accounts.removePhone(account, Office.ACCOUNTANT_PHONE);

        refused(ProblemCode.CODE_WRONG, () -> office.accounts.byPhone(Office.ACCOUNTANT_PHONE));
        assertThat(office.accounts.knows(Office.ACCOUNTANT_PHONE)).isFalse();
        assertThat(office.accounts.byPhone(SPARE).phones()).containsExactly(SPARE);

        office.accounts.addPhone(account, Office.ACCOUNTANT_PHONE, proven(account, Office.ACCOUNTANT_PHONE));
        assertThat(office.accounts.knows(Office.ACCOUNTANT_PHONE)).isTrue();
        Account back = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        assertThat(back.id()).isEqualTo(account.id());
        assertThat(office.accounts.served(back)).map(Holder::id).contains("zhuravlyov", "soloveva");
    }

    @Test
    void removedPhone_provenBySomebodyElse_leadsIn_butBringsNobodyWhomItBroughtBefore() {
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        office.accounts.addPhone(account, SPARE, proven(account, SPARE));
        office.accounts.removePhone(account, Office.ACCOUNTANT_PHONE);
        Account other = office.accounts.byPhone(colleague().phone());

        Account with = office.accounts.addPhone(other, Office.ACCOUNTANT_PHONE, proven(other, Office.ACCOUNTANT_PHONE));

        assertThat(with.phones()).contains(Office.ACCOUNTANT_PHONE);
        assertThat(office.accounts.served(with)).map(Holder::id).containsExactly("zhuravlyov");
        office.accounts.removePhone(with, Office.ACCOUNTANT_PHONE);
        Account again = office.accounts.addPhone(with, Office.ACCOUNTANT_PHONE, proven(with, Office.ACCOUNTANT_PHONE));
        assertThat(office.accounts.served(again)).map(Holder::id).containsExactly("zhuravlyov");
    }

    @Test
    void removePhone_leavesAnotherProfilesPhone() {
        Account other = office.accounts.byPhone(colleague().phone());
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        office.accounts.addPhone(account, SPARE, proven(account, SPARE));

        office.accounts.removePhone(account, colleague().phone());

        assertThat(office.accounts.byPhone(colleague().phone()).id()).isEqualTo(other.id());
    }

    @Test
    void removePhone_needsAnotherWayIn_aPasswordForOne() {
        Account account = office.accounts.byPhone(Office.ACCOUNTANT_PHONE);
        office.accounts.changePassword(account, "", "alyona@example.org", "сорок два верблюда");

        assertThat(office.accounts.removePhone(account, Office.ACCOUNTANT_PHONE).phones())
                .isEmpty();
    }
}
