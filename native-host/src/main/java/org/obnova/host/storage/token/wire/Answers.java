// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How answers lie in frames: an octet for the kind, then the components in their order. */
public final class Answers {
    private static final int STARTED = 0;
    private static final int NOT_STARTED = 1;
    private static final int RESULT = 2;
    private static final int REFUSAL = 3;
    private static final int SLOTS_CHANGED = 4;

    /** Number, length of the description and whether a token follows. */
    private static final int LEAST_SLOT = 8 + 4 + 1;
    /** Handle and number of attributes. */
    private static final int LEAST_FOUND = 8 + 4;

    private Answers() {}

    /** Sends an answer that is no result. */
    public static void write(Answer answer, OutputStream to) throws IOException {
        try (FrameOut out = new FrameOut()) {
            put(answer, out);
            out.sendTo(to);
        }
    }

    // Here and below no switch over types and no lambdas: their bootstraps would take a large part of a driver
    // process's start.
    private static void put(Answer answer, FrameOut out) {
        if (answer instanceof Answer.Started) {
            out.octet(STARTED);
        } else if (answer instanceof Answer.NotStarted not) {
            out.octet(NOT_STARTED).octet(not.step().number()).whole(not.ckr());
        } else if (answer instanceof Answer.Refusal refusal) {
            out.octet(REFUSAL).whole(refusal.ckr()).text(refusal.function());
        } else if (answer instanceof Answer.SlotsChanged) {
            out.octet(SLOTS_CHANGED);
        } else {
            throw new IllegalArgumentException("a result is written by its kind");
        }
    }

    /**
     * Sends the result of a call.
     *
     * @param result of the call's own type; a list of slots or objects, handles, octets or {@link Done}
     * @return false where it is too large: then nothing was sent
     */
    public static boolean writeResult(Object result, OutputStream to) throws IOException {
        try (FrameOut out = new FrameOut()) {
            put(result, out.octet(RESULT));
            if (!out.fits()) {
                return false;
            }
            out.sendTo(to);
            return true;
        }
    }

    /** Zeroes what was read from a token: data objects may hold keys. */
    public static void close(Object result) {
        if (result instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Found found) {
                    found.wipe();
                }
            }
        }
    }

    private static void put(Object result, FrameOut out) {
        if (result instanceof List<?> list) {
            out.count(list.size());
            for (Object each : list) {
                putOne(each, out);
            }
        } else {
            putOne(result, out);
        }
    }

    private static void putOne(Object result, FrameOut out) {
        if (result instanceof Found found) {
            out.whole(found.handle()).attributes(found.attributes());
        } else if (result instanceof SlotFacts slot) {
            slot(slot, out);
        } else if (result instanceof byte[] octets) {
            out.octets(octets);
        } else if (result instanceof Long handle) {
            out.whole(handle);
        } else if (result instanceof KeyPair pair) {
            out.whole(pair.publicKey()).whole(pair.privateKey());
        } else if (!(result instanceof Done)) {
            throw new IllegalArgumentException("no result: " + result.getClass());
        }
    }

    private static void slot(SlotFacts slot, FrameOut out) {
        TokenInfo token = slot.token();
        out.whole(slot.slotId()).text(slot.description()).flag(token != null);
        if (token != null) {
            out.text(token.label())
                    .text(token.manufacturer())
                    .text(token.model())
                    .text(token.serial())
                    .text(token.firmware());
            out.whole(token.flags()).whole(token.minPin()).whole(token.maxPin());
            out.whole(token.freePublicMemory()).whole(token.freePrivateMemory()).wholes(token.mechanisms());
        }
    }

    /**
     * Reads what a driver process said.
     *
     * @throws MalformedFrameException it is nothing known
     */
    public static Answer read(Frame in) throws MalformedFrameException {
        int kind = in.octet();
        Answer answer = switch (kind) {
            case STARTED -> new Answer.Started();
            case NOT_STARTED -> new Answer.NotStarted(step(in.octet()), in.whole());
            case RESULT -> new Answer.Result(in);
            case REFUSAL -> new Answer.Refusal(in.whole(), in.text());
            case SLOTS_CHANGED -> new Answer.SlotsChanged();
            default -> throw new MalformedFrameException("answer of kind " + kind);
        };
        if (kind != RESULT) {
            in.end();
        }
        return answer;
    }

    /**
     * Reads the result of a call.
     *
     * @throws MalformedFrameException it is none of this call
     */
    @SuppressWarnings("unchecked") // Each call's type parameter says what its result is.
    public static <A> A result(Call<A> call, Frame in) throws MalformedFrameException {
        Object result = switch (call) {
            case Call.Slots ignored -> slots(in);
            case Call.Find ignored -> found(in);
            case Call.GenerateKeyPair ignored -> new KeyPair(in.whole(), in.whole());
            case Call.Sign ignored -> in.octets();
            case Call.CreateObject ignored -> in.whole();
            case Call.Ping ignored -> Done.DONE;
            case Call.Watch ignored -> Done.DONE;
            case Call.Login ignored -> Done.DONE;
            case Call.Logout ignored -> Done.DONE;
            case Call.SeedRandom ignored -> Done.DONE;
            case Call.DestroyObject ignored -> Done.DONE;
            case Call.SetAttributes ignored -> Done.DONE;
            case Call.SetPin ignored -> Done.DONE;
            case Call.InitPin ignored -> Done.DONE;
        };
        in.end();
        return (A) result;
    }

    private static List<SlotFacts> slots(Frame in) throws MalformedFrameException {
        int count = in.elements(LEAST_SLOT);
        List<SlotFacts> slots = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            slots.add(new SlotFacts(in.whole(), in.text(), token(in)));
        }
        return slots;
    }

    private static @Nullable TokenInfo token(Frame in) throws MalformedFrameException {
        if (!in.flag()) {
            return null;
        }
        return new TokenInfo(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.whole(),
                in.whole(),
                in.whole(),
                in.whole(),
                in.whole(),
                new HashSet<>(in.wholes()));
    }

    private static List<Found> found(Frame in) throws MalformedFrameException {
        int count = in.elements(LEAST_FOUND);
        List<Found> found = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            found.add(new Found(in.whole(), in.attributes()));
        }
        return found;
    }

    private static Answer.Step step(int number) throws MalformedFrameException {
        return switch (number) {
            case 0 -> Answer.Step.WRAPPER;
            case 1 -> Answer.Step.LIBRARY;
            case 2 -> Answer.Step.INITIALIZE;
            default -> throw new MalformedFrameException("no such step");
        };
    }
}
