// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.agencies.Mood;
import org.obnova.demo.agencies.Switchboard;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.recognition.PassportReader;
import org.obnova.demo.recognition.Recognised;
import org.obnova.demo.registers.Agency;
import org.obnova.demo.registers.EsiaEntry;
import org.obnova.demo.registers.EsiaStanding;

/** Switches that switch nothing, ESIA that knows nothing until it is told, and a reader that always sees the same passport. */
final class PreparedAgencies implements Switchboard, EsiaStanding, PassportReader {
    private final Map<Agency, Mood> moods = new ConcurrentHashMap<>();
    private volatile @Nullable EsiaEntry esia;

    @Override
    public Mood mood(Agency agency) {
        return moods.getOrDefault(agency, Mood.RIGHT);
    }

    @Override
    public void become(Agency agency, Mood mood) {
        moods.put(agency, mood);
    }

    /** ESIA stands so with every certificate. */
    void esia(int attempts, @Nullable Instant registered) {
        esia = new EsiaEntry("0".repeat(64), attempts, PreparedPeople.NOW, registered);
    }

    @Override
    public Optional<EsiaEntry> find(String sha256) {
        return Optional.ofNullable(esia);
    }

    @Override
    public int waiting() {
        return 2;
    }

    @Override
    public int registered() {
        return 7;
    }

    /** A file of three bytes or less is no passport. */
    @Override
    public Recognised read(Supplier<byte[]> picture) {
        byte[] file = picture.get();
        if (file.length < 4) {
            throw new Problem(ProblemCode.PASSPORT_NOT_SEEN, "too short");
        }
        Map<String, Recognised.Field> fields = new LinkedHashMap<>();
        fields.put("surname", new Recognised.Field("Артёмова", true));
        fields.put("series", new Recognised.Field("4512", true));
        fields.put("number", new Recognised.Field("998877", false));
        fields.put("birthPlace", new Recognised.Field("Г. ЙОШКАР-ОЛА", false));
        return new Recognised(fields);
    }
}
