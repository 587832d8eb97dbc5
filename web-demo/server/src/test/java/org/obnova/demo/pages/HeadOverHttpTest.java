// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.gateways.GatewaySettings;
import org.obnova.demo.holders.DemoNewcomers;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.PostgresqlSettings;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.web.Site;

/** A head of whose organisation the CA knows nothing: the page of the data says so, not the certificate. */
class HeadOverHttpTest {
    @TempDir
    Path folder;

    @Test
    void headWithoutOrganisation_readsInThePageOfTheData_whoCanHelp() throws Exception {
        PostgresqlSettings shared = TestDatabase.shared();
        Wiring.Settings settings = new Wiring.Settings(
                0,
                folder,
                CaProfile.EC,
                Duration.ZERO,
                List.of(),
                GatewaySettings.NONE,
                RegimeFile.preset("2017"),
                shared);
        try (Wiring server = Wiring.start(settings, InstantSource.system(), new SecureRandom())) {
            Holder holder = server.services().holders().byId(DemoNewcomers.HEAD).orElseThrow();
            String id = server.services()
                    .applications()
                    .ofHolder(holder.id())
                    .getFirst()
                    .id();
            forgetOrganisation(shared, id);
            Person head = logIn(server, holder.phone().e164());
            String path = "/applications/" + id;
            head.open(path);
            head.submit(path + "/begin", Map.of());
            head.submit(
                    path + "/draft",
                    PersonForm.of(DemoPapers.of(holder).person()).fields());

            assertThat(head.submit(path + "/data", Map.of("consent", "yes")).body())
                    .contains("data-problem=\"organisation_not_found\"", "сервисный центр", "data-step=\"data\"");
            assertThat(server.services().applications().find(id).orElseThrow().state())
                    .isEqualTo(ApplicationState.DATA);
        }
    }

    private void forgetOrganisation(@Nullable PostgresqlSettings shared, String id) {
        try (Database same = shared == null ? Database.open(folder.resolve("obnova.db")) : Database.connect(shared)) {
            same.update(handle -> handle.createUpdate("UPDATE application SET organisation = NULL WHERE id = :id")
                    .bind("id", id)
                    .execute());
        }
    }

    private static Person logIn(Wiring server, String phone) throws Exception {
        Person person = new Person(server.sites(), Site.CABINET);
        person.open("/sign-in");
        person.submit("/sign-in/phone", Map.of("phone", phone));
        Message sent = server.services().inbox().latestTo(phone, 1).getFirst();
        boolean call = sent.kind() == Message.Kind.CALL;
        String digits = (call ? sent.from() : sent.text()).replaceAll("[^0-9]", "");
        person.submit("/sign-in/code", Map.of("code", digits.substring(digits.length() - (call ? 4 : 6))));
        person.open("/");
        return person;
    }
}
