// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.holders.Holder;

class HandOverDeskTest {
    @TempDir
    Path folder;

    private Office office;
    private HandOverDesk desk;
    private Holder holder;
    private String application;

    @BeforeEach
    void open() {
        office = Office.open(folder, CaProfile.EC);
        desk = new HandOverDesk(office.database, office.inbox, office.clock);
        holder = office.holders.byId("zhuravlyov").orElseThrow();
        application = office.desk.open(office.sha256("zhuravlyov-1"), holder).id();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void send_writesToTheHolder_byPhoneAndEmail_withoutANameOrALink() {
        desk.send(application, holder);

        assertThat(desk.of(application)).map(HandOver::manner).contains(HandOver.Manner.SENT);
        assertThat(office.inbox.latestTo("+79000000002", 9))
                .singleElement()
                .satisfies(sms ->
                        assertThat(sms.text()).contains("Вас ждёт заявка").doesNotContain("http", "Журавлёв"));
        assertThat(office.inbox.latestTo("zhuravlyov@example.org", 9)).hasSize(1);
    }

    @Test
    void send_doesNotPester() {
        desk.send(application, holder);
        office.clock.advance(Duration.ofMinutes(9));
        desk.send(application, holder);
        assertThat(office.inbox.latestTo("+79000000002", 9)).hasSize(1);

        office.clock.advance(Duration.ofMinutes(1));
        desk.send(application, holder);
        assertThat(office.inbox.latestTo("+79000000002", 9)).hasSize(2);
    }

    @Test
    void here_isKept_andWritesToNobody() {
        desk.here(application);

        assertThat(desk.of(application)).contains(new HandOver(HandOver.Manner.HERE, Office.NOW));
        assertThat(office.inbox.latest(9)).isEmpty();
        assertThat(desk.of("another")).isEmpty();
    }
}
