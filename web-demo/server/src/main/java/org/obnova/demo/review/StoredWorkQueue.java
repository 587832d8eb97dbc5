// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.enrolment.Applications;
import org.obnova.demo.store.Database;

/** The queue in the database. Pages are cut by the key (changed, id), so that a row that came or went between two pages moves no other one. */
public final class StoredWorkQueue implements WorkQueue {
    private static final Pattern KEY = Pattern.compile("([0-9]{1,18})-([a-z0-9]{1,64})");

    private final Database database;
    private final Applications applications;
    private final InstantSource clock;
    private final int most;

    /**
     * The queue of those applications.
     *
     * @param most how many stand on a page
     */
    public StoredWorkQueue(Database database, Applications applications, InstantSource clock, int most) {
        this.most = most;
        this.database = database;
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public QueuePage page(QueueFilter filter, @Nullable String employer, String after) {
        Question question = question(filter, employer, after);
        List<String> ids = database.read(
                handle -> handle.createQuery("SELECT a.id FROM application a JOIN holder h ON h.id = a.holder"
                                + " LEFT JOIN centre_visit v ON v.application = a.id WHERE "
                                + String.join(" AND ", question.conditions) + " ORDER BY a.changed, a.id LIMIT :most")
                        .bindMap(question.values)
                        .bind("most", most + 1)
                        .mapTo(String.class)
                        .list());
        List<Application> rows = ids.stream()
                .limit(most)
                .flatMap(id -> applications.find(id).stream())
                .toList();
        return new QueuePage(rows, ids.size() > most ? key(rows.getLast()) : "");
    }

    private Question question(QueueFilter filter, @Nullable String employer, String after) {
        Question question = new Question();
        question.add("a.read_only = 0");
        question.add("a.state IN ("
                + filter.stage().states().stream()
                        .map(state -> "'" + state.name() + "'")
                        .collect(Collectors.joining(", "))
                + ")");
        if (filter.kind() != null) {
            question.add("a.holder_kind = :kind", "kind", filter.kind().name());
        }
        if (filter.reason() != null) {
            question.add("a.reason = :reason", "reason", filter.reason().name());
        }
        if (!filter.centre().isEmpty()) {
            question.add("v.centre = :centre", "centre", filter.centre());
        }
        if (filter.days() > 0) {
            long latest = clock.instant().minus(Duration.ofDays(filter.days())).toEpochMilli();
            question.add("a.changed <= :latest", "latest", latest);
        }
        if (employer != null) {
            question.add("h.employer = :employer", "employer", employer);
        }
        text(filter, question);
        Matcher key = KEY.matcher(after);
        if (key.matches()) {
            question.add("(a.changed, a.id) > (:changed, :id)", "changed", Long.parseLong(key.group(1)));
            question.values.put("id", key.group(2));
        }
        return question;
    }

    /** A surname is written as in the passport but for capitals; Ё is not Е there. */
    private static void text(QueueFilter filter, Question question) {
        if (filter.text().isEmpty()) {
            return;
        }
        if (filter.number().isPresent()) {
            question.add(
                    "(h.snils = :number OR h.inn = :number)",
                    "number",
                    filter.number().get());
        } else if (filter.application().isPresent()) {
            question.add("a.id = :number", "number", filter.application().get());
        } else {
            question.add("h.surname = :surname", "surname", capitalised(filter.text()));
        }
    }

    private static String capitalised(String surname) {
        return surname.substring(0, 1).toUpperCase(Locale.ROOT) + surname.substring(1);
    }

    private static String key(Application application) {
        return application.changed().toEpochMilli() + "-" + application.id();
    }

    private static final class Question {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String condition) {
            conditions.add(condition);
        }

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
