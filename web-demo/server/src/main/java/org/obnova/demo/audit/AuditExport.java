// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.obnova.demo.store.Database;

/**
 * The log as JSON lines, which everybody verifies without this program (web-demo/doc/audit.md): an entry a line, with the members {@code form}, {@code number}, {@code at},
 * {@code actor}, {@code action}, {@code object}, {@code digest}, {@code previous}, {@code hash}; then the stamped heads, with {@code head} (the number),
 * {@code hash} and {@code stamp} (base64 of the DER). UTF-8, a line feed after each.
 */
public final class AuditExport {
    private static final int PAGE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    /** Exports that database's log. */
    public AuditExport(Database database) {
        this.database = database;
    }

    /** Writes all entries that there are now, and the heads. */
    public void write(Appendable output) throws IOException {
        // First, so that each has its entries.
        List<AuditHead> heads = AuditHeads.all(database);
        long after = 0;
        for (List<AuditLine> page = page(after); !page.isEmpty(); page = page(after)) {
            for (AuditLine line : page) {
                output.append(JSON.writeValueAsString(entry(line))).append('\n');
                after = line.number();
            }
        }
        for (AuditHead head : heads) {
            ObjectNode line = JSON.createObjectNode()
                    .put("head", head.number())
                    .put("hash", head.hash())
                    .put("stamp", head.stamp());
            output.append(JSON.writeValueAsString(line)).append('\n');
        }
    }

    /** Number and hash of what is in an export; of a number that it has twice, the last. */
    static Map<Long, String> hashes(String lines) throws IOException {
        Map<Long, String> hashes = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            JsonNode row = JSON.readTree(line);
            JsonNode number = row.has("head") ? row.path("head") : row.path("number");
            if (!number.isIntegralNumber() || !row.path("hash").isTextual()) {
                throw new IOException("not a line of an export");
            }
            hashes.put(number.longValue(), row.path("hash").textValue());
        }
        return hashes;
    }

    private List<AuditLine> page(long after) {
        return StoredAuditLog.lines(database, after, PAGE);
    }

    private static ObjectNode entry(AuditLine line) {
        return JSON.createObjectNode()
                .put("form", AuditEntry.FORM)
                .put("number", line.number())
                .put("at", line.at())
                .put("actor", line.actor())
                .put("action", line.action())
                .put("object", line.object())
                .put("digest", line.digest())
                .put("previous", line.previous())
                .put("hash", line.hash());
    }
}
