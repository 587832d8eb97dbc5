// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.enrolment.Change;
import org.obnova.demo.enrolment.Route;
import org.obnova.demo.holders.HolderKind;
import org.obnova.demo.identity.DocumentKind;
import org.obnova.demo.identity.FieldErrors;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.recognition.Recognised;
import org.obnova.demo.web.Texts;

/**
 * The step of the data: the form, or what stands in it, to be confirmed.
 *
 * @param editing whether the form is shown
 * @param errors what is wrong in it, at its fields
 * @param consentMissing whether the consent to the processing of data was forgotten
 * @param changes what is another than the CA knew
 * @param organisation of an employee or a head; null of others
 * @param refreshed which of its rows the register has just changed
 * @param read what was read in a picture of the passport
 */
public record DataView(
        PersonForm form,
        HolderKind kind,
        boolean editing,
        FieldErrors errors,
        boolean consentMissing,
        List<Change> changes,
        @Nullable Organisation organisation,
        Set<String> refreshed,
        Map<String, Recognised.Field> read) {
    public DataView {
        changes = List.copyOf(changes);
        refreshed = Set.copyOf(refreshed);
        read = Map.copyOf(read);
    }

    public String get(String field) {
        return form.get(field);
    }

    /** Key of what is wrong with a field; empty where nothing is. */
    public String wrong(String field) {
        return errors.of(field).orElse("");
    }

    /** What the field holds: a day as date fields want it, else as it was typed. */
    public String value(String field) {
        return PersonForm.day(get(field)).map(LocalDate::toString).orElse(get(field));
    }

    /** A day as people write it. */
    public String day(Texts texts, String field) {
        return PersonForm.day(get(field)).map(texts::date).orElse("");
    }

    /** Whether the field holds what was read in the passport without being sure. */
    public boolean unsure(String field) {
        Recognised.Field seen = read.get(field);
        return seen != null && !seen.sure() && seen.value().equals(get(field));
    }

    /** What was read in the passport where something else was typed; empty where nothing was. */
    public String seenInstead(String field) {
        Recognised.Field seen = read.get(field);
        return seen == null || seen.value().equals(get(field)) ? "" : seen.value();
    }

    /** How many fields hold what was read. */
    public long filled() {
        return read.entrySet().stream()
                .filter(seen -> seen.getValue().value().equals(get(seen.getKey())))
                .count();
    }

    /** Ids of what describes the field; null where nothing does. */
    public @Nullable String described(String field, boolean help) {
        String ids = (help ? field + "-help " : "")
                + (wrong(field).isEmpty() ? "" : field + "-wrong ")
                + (unsure(field) || !seenInstead(field).isEmpty() ? field + "-read" : "");
        return ids.isBlank() ? null : ids.strip();
    }

    /** The organisation's rows, by the last part of their text key. */
    public Map<String, String> organisationRows() {
        Organisation known = Objects.requireNonNull(organisation);
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("name", known.name());
        rows.put("inn", known.inn().digits());
        rows.put("ogrn", known.ogrn().digits());
        rows.put("address", known.address());
        rows.put("head", known.head().full());
        rows.put("headPosition", known.headPosition());
        return rows;
    }

    public boolean employed() {
        return kind == HolderKind.EMPLOYEE || kind == HolderKind.HEAD;
    }

    public boolean proprietor() {
        return kind == HolderKind.SOLE_PROPRIETOR;
    }

    /** Of a Russian passport there is no citizenship to give, of others no department. */
    public boolean passport() {
        return form.get("documentKind").isEmpty() || form.get("documentKind").equals(DocumentKind.PASSPORT.wireName());
    }

    public List<DocumentKind> documentKinds() {
        return List.of(DocumentKind.values());
    }

    /** Whether what was changed needs a statement on paper. */
    public boolean needsPaper() {
        return changes.stream().anyMatch(change -> change.route() == Route.PAPER);
    }
}
