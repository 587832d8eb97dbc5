// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.store.TestDatabase;

/** {@link RenewalWalk} at one server. */
class RenewalOverHttpTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void renewal_isWalkedToTheEnd_andThePortalKnowsTheNewCertificate(CaProfile profile) throws Exception {
        Wiring.Settings settings = new Wiring.Settings(0, folder.resolve("data"), profile, Duration.ZERO, List.of())
                .on(TestDatabase.shared());
        try (Wiring server = Wiring.start(settings, InstantSource.system(), new SecureRandom())) {
            new RenewalWalk(
                            folder,
                            profile,
                            site -> new Person(server.sites(), site),
                            server.services().inbox())
                    .toTheEnd();
        }
    }
}
