// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.entropy;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a person's events until enough entropy is credited to them. All events, those included that give no sample, go into one SHA-512 (a
 * vetted conditioning component, SP 800-90B section 3.1.5.1.1). A health test that fails voids what was credited so far; after {@value #ALARMS} of
 * them the gathering has failed.
 */
final class Gathering implements EntropyPrompt.Sink {
    /** How much must be credited, in bits: the security strength of the generator. */
    static final int NEEDED_BITS = 256;
    /** How many failures of the health tests are borne. */
    static final int ALARMS = 3;
    /** The least min-entropy per sample with which the sensor still works; the cutoffs of the health tests follow from it. */
    static final double LEAST_BITS = 0.25;

    private @Nullable SHA512Digest digest;
    private final RawSamples raw = new RawSamples();
    private final IntConsumer tap;
    private HealthTests health = new HealthTests(LEAST_BITS);
    private Credit credit = new Credit();
    private int alarms;
    private int percent;

    Gathering() {
        this(sample -> {});
    }

    /**
     * @param tap sees each raw sample
     */
    Gathering(IntConsumer tap) {
        this.tap = tap;
    }

    @Override
    public synchronized void event(long nanos, EntropyPrompt.Source source, int x, int y) {
        byte[] event = ByteBuffer.allocate(17)
                .putLong(nanos)
                .put((byte) source.letter())
                .putInt(x)
                .putInt(y)
                .array();
        digest().update(event, 0, event.length);
        OptionalInt sample = raw.of(nanos, source, x, y);
        if (sample.isPresent()) {
            take(sample.getAsInt());
        }
    }

    /** Made with the first event: the library takes its time, and the window is to be there before. */
    private SHA512Digest digest() {
        SHA512Digest made = digest;
        if (made == null) {
            made = new SHA512Digest();
            digest = made;
        }
        return made;
    }

    private void take(int sample) {
        tap.accept(sample);
        credit.add(sample);
        if (!health.pass(sample)) {
            alarms++;
            health = new HealthTests(LEAST_BITS);
            credit = new Credit();
        }
        percent = Math.max(percent, (int) Math.min(100, 100 * credit.bits() / NEEDED_BITS));
    }

    @Override
    public synchronized int percent() {
        return percent;
    }

    @Override
    public synchronized boolean full() {
        return percent == 100 && !failed();
    }

    @Override
    public synchronized boolean failed() {
        return alarms >= ALARMS;
    }

    /** Forgets the events: nothing of a gathering that ended otherwise stays in memory. */
    synchronized void wipe() {
        digest().reset();
    }

    /** The 64 octets into which all events were conditioned. May be called once. */
    synchronized byte[] conditioned() {
        byte[] result = new byte[digest().getDigestSize()];
        digest().doFinal(result, 0);
        return result;
    }
}
