// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The service centres of the demo, and for whom one is fixed: {@code centres.json}. */
public final class ServiceCentres {
    private static final Arrangement CHOICE = new Arrangement(Arrangement.Kind.CHOICE, null);

    private final List<ServiceCentre> centres;
    private final Map<String, Arrangement> arrangements;

    private ServiceCentres(List<ServiceCentre> centres, Map<String, Arrangement> arrangements) {
        this.centres = List.copyOf(centres);
        this.arrangements = Map.copyOf(arrangements);
    }

    /** Those of the demo. */
    public static ServiceCentres bundled() {
        try (InputStream file = Objects.requireNonNull(ServiceCentres.class.getResourceAsStream("centres.json"))) {
            return read(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the service centres", e);
        }
    }

    static ServiceCentres read(JsonNode root) {
        List<ServiceCentre> centres = new ArrayList<>();
        for (JsonNode centre : root.path("centres")) {
            centres.add(new ServiceCentre(
                    centre.path("id").asText(),
                    centre.path("name").asText(),
                    centre.path("address").asText(),
                    centre.path("hours").asText(),
                    centre.path("phone").asText()));
        }
        Map<String, Arrangement> arrangements = new HashMap<>();
        ServiceCentres known = new ServiceCentres(centres, arrangements);
        for (JsonNode one : root.path("arrangements")) {
            Arrangement.Kind kind = Arrangement.Kind.valueOf(one.path("kind").asText());
            if (kind == Arrangement.Kind.COURIER) {
                throw new IllegalArgumentException("a courier is bought for an application, and arranged for nobody");
            }
            arrangements.put(
                    one.path("holder").asText(),
                    new Arrangement(
                            kind, known.find(one.path("centre").asText()).orElse(null)));
        }
        return new ServiceCentres(centres, arrangements);
    }

    public List<ServiceCentre> all() {
        return centres;
    }

    public Optional<ServiceCentre> find(String id) {
        return centres.stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    /** Where that holder comes. */
    public Arrangement of(String holder) {
        return arrangements.getOrDefault(holder, CHOICE);
    }
}
