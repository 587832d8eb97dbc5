// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.decryption;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.pin.Alarm;

/** Decrypted contents that are fetched in parts: kept in memory, for one page each, for a short while, and zeroed then. */
public final class KeptContents {
    /** Octets of a part: in base64 it fits a frame with room to spare. */
    static final int PART_OCTETS = 720_000;

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 2;
    private static final int ID_OCTETS = 16;

    private final InstantSource clock;
    private final SecureRandom random;
    private final Alarm alarm;
    private final List<Kept> all = new ArrayList<>();

    private record Kept(String id, String page, Decrypted decrypted, Instant until) {}

    /**
     * A part of a content.
     *
     * @param next names the part behind it; null where it is the last
     */
    @SuppressWarnings("ArrayRecordComponent") // parts are not compared
    public record Part(
            byte[] octets,
            String certificate,
            int offset,
            int total,
            @Nullable String next) {}

    /**
     * Keeps nothing yet.
     *
     * @param random of the ids: whoever guesses one gets nothing, for it counts for one page
     * @param alarm ends what nobody fetches
     */
    public KeptContents(InstantSource clock, SecureRandom random, Alarm alarm) {
        this.clock = clock;
        this.random = random;
        this.alarm = alarm;
    }

    /**
     * The first part; where there are more, the content is kept, and what was kept for the page before goes.
     *
     * @param page its origin, a space, and its document
     */
    public synchronized Part first(String page, Decrypted decrypted) {
        dropOld();
        all.stream().filter(each -> each.page().equals(page)).toList().forEach(this::drop);
        Kept kept = new Kept(newId(), page, decrypted, clock.instant().plus(LONGEST));
        while (all.size() >= MOST_KEPT) {
            drop(all.getFirst());
        }
        all.add(kept);
        Part part = part(kept, 0);
        if (part.next() != null) {
            alarm.after(LONGEST, () -> forget(kept));
        }
        return part;
    }

    /** What is kept for the pages of this site goes. */
    public synchronized void forgetSite(String origin) {
        all.stream()
                .filter(each -> each.page().startsWith(origin + " "))
                .toList()
                .forEach(this::drop);
    }

    private synchronized void forget(Kept kept) {
        drop(kept);
    }

    /**
     * The part that a cursor names.
     *
     * @throws Fault {@code DECRYPTION_FORGOTTEN}
     */
    public synchronized Part next(String page, String cursor) {
        dropOld();
        int dash = cursor.indexOf('-');
        String id = dash < 0 ? cursor : cursor.substring(0, dash);
        Kept kept = all.stream()
                .filter(each -> each.id().equals(id) && each.page().equals(page))
                .findFirst()
                .orElseThrow(KeptContents::forgotten);
        int offset = number(cursor.substring(dash + 1)).orElseThrow(KeptContents::forgotten) * PART_OCTETS;
        if (offset >= kept.decrypted().content().length) {
            throw forgotten();
        }
        return part(kept, offset);
    }

    private Part part(Kept kept, int offset) {
        byte[] content = kept.decrypted().content();
        int end = Math.min(content.length, offset + PART_OCTETS);
        byte[] octets = Arrays.copyOfRange(content, offset, end);
        boolean last = end == content.length;
        Part part = new Part(
                octets,
                kept.decrypted().certificate(),
                offset,
                content.length,
                last ? null : kept.id() + "-" + end / PART_OCTETS);
        if (last) {
            drop(kept);
        }
        return part;
    }

    private void dropOld() {
        Instant now = clock.instant();
        all.stream().filter(each -> !now.isBefore(each.until())).toList().forEach(this::drop);
    }

    private void drop(Kept kept) {
        all.remove(kept);
        Arrays.fill(kept.decrypted().content(), (byte) 0);
    }

    private String newId() {
        byte[] id = new byte[ID_OCTETS];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** Of at most three digits: no message has more parts. */
    private static Optional<Integer> number(String digits) {
        boolean number = !digits.isEmpty() && digits.length() <= 3;
        return number && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    private static Fault forgotten() {
        return new Fault(ErrorCode.DECRYPTION_FORGOTTEN, "nothing of that cursor is kept for this page");
    }
}
