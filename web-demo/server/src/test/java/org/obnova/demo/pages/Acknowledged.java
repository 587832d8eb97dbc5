// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.obnova.demo.audit.AuditAction;
import org.obnova.demo.store.Database;

/** What servers said was done, and what people tried; and whether the database still says so. */
final class Acknowledged {
    /** Holder, and the application that a clerk made. */
    final Map<String, String> created = new ConcurrentHashMap<>();
    /** Applications whose request for a certificate was taken. */
    final ConcurrentLinkedQueue<String> requested = new ConcurrentLinkedQueue<>();
    /** SHA-256 of documents; each document is another one. */
    final ConcurrentLinkedQueue<String> uploaded = new ConcurrentLinkedQueue<>();
    /** Times that a certificate was suspended, and how often that was tried. */
    final AtomicInteger suspended = new AtomicInteger();

    final AtomicInteger suspensionsTried = new AtomicInteger();

    int count() {
        return created.size() + requested.size() + uploaded.size() + suspended.get();
    }

    /** Whether every certificate that was promised has been issued. */
    boolean allIssued(Database database) {
        return requested.stream().allMatch(application -> certificates(database, application) > 0);
    }

    /** What is missing. */
    List<String> lost(Database database, String suspendedCertificate) {
        List<String> lost = new ArrayList<>();
        created.forEach((holder, application) -> {
            if (count(database, "SELECT count(*) FROM application WHERE id = ? AND holder = ?", application, holder)
                            != 1
                    || entries(database, AuditAction.APPLICATION_CREATED, "application:" + application) == 0) {
                lost.add("application " + application);
            }
        });
        for (String application : requested) {
            if (certificates(database, application) == 0 || issues(database, application) == 0) {
                lost.add("certificate of " + application);
            }
        }
        for (String sha256 : uploaded) {
            if (documents(database, sha256) == 0) {
                lost.add("document " + sha256);
            }
        }
        if (suspensions(database, suspendedCertificate) < suspended.get()) {
            lost.add("audit entries of " + suspendedCertificate);
        }
        return lost;
    }

    /** What is there more than once. */
    List<String> doubled(Database database, String suspendedCertificate) {
        List<String> doubled = new ArrayList<>();
        created.forEach((holder, application) -> {
            if (count(database, "SELECT count(*) FROM application WHERE holder = ?", holder) > 1
                    || entries(database, AuditAction.APPLICATION_CREATED, "application:" + application) > 1) {
                doubled.add("application " + application);
            }
        });
        for (String application : requested) {
            if (certificates(database, application) > 1 || issues(database, application) > 1) {
                doubled.add("certificate of " + application);
            }
        }
        for (String sha256 : uploaded) {
            if (documents(database, sha256) > 1) {
                doubled.add("document " + sha256);
            }
        }
        if (suspensions(database, suspendedCertificate) > suspensionsTried.get()) {
            doubled.add("audit entries of " + suspendedCertificate);
        }
        if (count(database, "SELECT count(*) FROM certificate")
                != count(
                        database,
                        "SELECT count(*) FROM (SELECT DISTINCT authority, serial FROM certificate) AS numbers")) {
            doubled.add("serial numbers");
        }
        return doubled;
    }

    private static long suspensions(Database database, String certificate) {
        return entries(database, AuditAction.CERTIFICATE_SUSPENDED, "certificate:" + certificate);
    }

    /** Entries of the audit log. */
    private static long issues(Database database, String application) {
        return count(
                database,
                "SELECT count(*) FROM audit_entry e JOIN certificate c ON e.object = 'certificate:' || c.sha256"
                        + " WHERE e.action = ? AND c.application = ?",
                AuditAction.CERTIFICATE_ISSUED.wireName(),
                application);
    }

    private static long documents(Database database, String sha256) {
        return count(database, "SELECT count(*) FROM upload WHERE sha256 = ?", sha256);
    }

    private static long certificates(Database database, String application) {
        return count(database, "SELECT count(*) FROM certificate WHERE application = ?", application);
    }

    private static long entries(Database database, AuditAction action, String object) {
        return count(
                database,
                "SELECT count(*) FROM audit_entry WHERE action = ? AND object = ?",
                action.wireName(),
                object);
    }

    private static long count(Database database, String sql, String... values) {
        return database.read(handle -> {
            var query = handle.createQuery(sql);
            for (int place = 0; place < values.length; place++) {
                query.bind(place, values[place]);
            }
            return query.mapTo(Long.class).one();
        });
    }
}
