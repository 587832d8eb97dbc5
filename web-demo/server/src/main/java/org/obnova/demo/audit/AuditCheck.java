// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.obnova.demo.store.Database;

/**
 * Looks for entries that were changed, taken away, put in or put elsewhere, and for an end that was cut off: the latter by the stamped heads, and by an earlier
 * export that lies where the log's keeper cannot change it.
 */
public final class AuditCheck {
    private static final int PAGE = 1000;
    private static final int MOST_FINDINGS = 100;

    private final Database database;
    private final HeadStampCheck stamps;
    private final List<String> findings = new ArrayList<>();

    /** A check of that database's log. */
    public AuditCheck(Database database, HeadStampCheck stamps) {
        this.database = database;
        this.stamps = stamps;
    }

    /**
     * What was found.
     *
     * @param entries how many entries there are
     * @param heads how many stamped heads
     * @param findings a sentence each, at most a hundred; none where the log is whole
     */
    public record Verdict(long entries, int heads, List<String> findings) {
        /** Copies the list. */
        public Verdict {
            findings = List.copyOf(findings);
        }

        /** Whether nothing was found. */
        public boolean whole() {
            return findings.isEmpty();
        }
    }

    /** Checks the whole log. */
    public Verdict verdict() {
        return verdict(Map.of());
    }

    /**
     * Checks the whole log, and that it still begins as an earlier export said.
     *
     * @param kept the export, JSON lines as {@link AuditExport} writes them
     * @throws IOException where the export cannot be read
     */
    public Verdict verdict(String kept) throws IOException {
        return verdict(AuditExport.hashes(kept));
    }

    private Verdict verdict(Map<Long, String> kept) {
        List<AuditHead> heads = AuditHeads.all(database);
        Map<Long, String> promised = new TreeMap<>(kept);
        for (AuditHead head : heads) {
            String other = promised.put(head.number(), head.hash());
            if (other != null && !other.equals(head.hash())) {
                find("entry " + head.number() + ": the stamped head is not that of the earlier export");
            }
            if (!stamps.holds(
                    Base64.getDecoder().decode(head.stamp()), HexFormat.of().parseHex(head.hash()))) {
                find("head " + head.number() + ": its time stamp does not hold");
            }
        }
        long entries = chain(promised);
        promised.forEach((number, hash) -> find("entry " + number + ": is missing, though it was "
                + (kept.containsKey(number) ? "exported" : "stamped") + "; the end of the log was cut off"));
        return new Verdict(entries, heads.size(), findings);
    }

    /** Takes from the promised ones those that are there. */
    private long chain(Map<Long, String> promised) {
        long expected = 1;
        String previous = AuditEntry.NOTHING;
        long entries = 0;
        long after = Long.MIN_VALUE;
        for (List<AuditLine> page = page(after); !page.isEmpty(); page = page(after)) {
            for (AuditLine line : page) {
                link(line, expected, previous);
                String hash = promised.remove(line.number());
                if (hash != null && !hash.equals(line.hash())) {
                    find("entry " + line.number() + ": is another one than was stamped or exported");
                }
                previous = line.hash();
                expected = line.number() + 1;
                after = line.number();
                entries++;
            }
        }
        return entries;
    }

    private void link(AuditLine line, long expected, String previous) {
        if (line.number() != expected) {
            find("entry " + expected + ": is missing");
        }
        if (!line.whole()) {
            find("entry " + line.number() + ": was changed, its hash is not that of its content");
        }
        if (!line.previous().equals(previous)) {
            find("entry " + line.number() + ": does not follow the one before it");
        }
    }

    private List<AuditLine> page(long after) {
        return StoredAuditLog.lines(database, after, PAGE);
    }

    private void find(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
