// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Office;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.KeptUploads;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.ApplicationState;
import org.obnova.demo.enrolment.Proceedings;
import org.obnova.demo.enrolment.Reason;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.holders.Holder;

/** A holder who goes back to the documents after the visit comes again, with the same papers. */
class SecondVisitTest {
    @TempDir
    Path folder;

    @Test
    void papersOfTheSecondVisit_takeThePlaceOfThoseOfTheFirst() {
        try (Office office = Office.open(folder, CaProfile.EC, "current")) {
            Proceedings proceedings = office.desk.proceedings();
            Casework casework = new CaseDesk(
                    office.database,
                    office.desk,
                    proceedings,
                    KeptUploads.open(office.database, folder.resolve("uploads"), office.clock, new SecureRandom()),
                    ServiceCentres.bundled(),
                    office.regime,
                    office.inbox,
                    office.clock);
            String id = newcomer(office);
            visited(office, casework, id, "first");

            office.desk.back(id, ApplicationState.DOCUMENTS);
            casework.documentsChanged(id);
            office.clock.advance(Duration.ofDays(1));
            visited(office, casework, id, "second");

            assertThat(casework.seenOriginals(id))
                    .hasSameSizeAs(casework.originals(known(office, id)))
                    .allSatisfy(seen -> {
                        assertThat(seen.clerk()).isEqualTo("second");
                        assertThat(seen.at()).isEqualTo(office.clock.instant());
                    });
        }
    }

    private static void visited(Office office, Casework casework, String id, String clerk) {
        Proceedings proceedings = office.desk.proceedings();
        proceedings.documentsComplete(id);
        proceedings.send(id);
        proceedings.approve(id);
        Set<String> same =
                casework.originals(known(office, id)).stream().map(Original::id).collect(Collectors.toSet());
        assertThat(casework.identified(id, clerk, same).state()).isEqualTo(ApplicationState.REQUEST);
    }

    private static String newcomer(Office office) {
        Holder holder = office.holders.byId("yozhikov").orElseThrow();
        String id = office.desk.openFirst(holder, Reason.FIRST_ISSUE).id();
        office.desk.begin(id);
        office.desk.saveDraft(id, DemoPapers.of(holder).form());
        office.desk.confirmData(id);
        return id;
    }

    private static Application known(Office office, String id) {
        return office.desk.find(id).orElseThrow();
    }
}
