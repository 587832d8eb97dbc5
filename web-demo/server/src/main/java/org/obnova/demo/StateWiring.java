// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.obnova.demo.agencies.Agencies;
import org.obnova.demo.agencies.Population;
import org.obnova.demo.ca.CertificateRegister;
import org.obnova.demo.holders.DemoPapers;
import org.obnova.demo.identity.Inn;
import org.obnova.demo.identity.Ogrnip;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.Person;
import org.obnova.demo.registers.EsiaQueue;
import org.obnova.demo.registers.HttpRegisters;
import org.obnova.demo.registers.Lines;
import org.obnova.demo.registers.Patience;
import org.obnova.demo.store.Database;

/** The state's agencies of the demo, and the CA's lines to them. */
final class StateWiring implements AutoCloseable {
    private static final EsiaQueue.Pauses PAUSES = new EsiaQueue.Pauses(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final Agencies agencies;
    private final Lines lines;
    private final HttpRegisters registers;
    private final EsiaQueue esia;

    /** @param people who stands in an application, by its id */
    StateWiring(
            Database database,
            CertificateRegister certificates,
            Function<String, Optional<Person>> people,
            InstantSource clock)
            throws IOException {
        this.agencies = Agencies.start(population(), Agencies.SLOWNESS);
        this.lines = new Lines(agencies.addresses(), Patience.bundled(), clock);
        this.registers = new HttpRegisters(lines, clock);
        this.esia = new EsiaQueue(database, certificates, people, lines, PAUSES, clock);
    }

    private static Population population() {
        List<DemoPapers> everybody = DemoPapers.ofEverybody();
        LinkedHashSet<Organisation> organisations = new LinkedHashSet<>();
        everybody.stream()
                .map(DemoPapers::organisation)
                .filter(Objects::nonNull)
                .forEach(organisations::add);
        Map<String, Inn> proprietors = new HashMap<>();
        for (DemoPapers papers : everybody) {
            Ogrnip business = papers.business();
            Inn inn = papers.person().inn();
            if (business != null && inn != null) {
                proprietors.put(business.digits(), inn);
            }
        }
        return new Population(
                everybody.stream().map(DemoPapers::person).toList(), List.copyOf(organisations), proprietors);
    }

    Agencies agencies() {
        return agencies;
    }

    HttpRegisters registers() {
        return registers;
    }

    EsiaQueue esia() {
        return esia;
    }

    @Override
    public void close() {
        esia.close();
        lines.close();
        agencies.close();
    }
}
