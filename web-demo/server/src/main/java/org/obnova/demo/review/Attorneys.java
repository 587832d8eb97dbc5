// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.obnova.demo.documents.FileFormat;
import org.obnova.demo.documents.PowerOfAttorney;
import org.obnova.demo.documents.Upload;
import org.obnova.demo.documents.UploadKind;
import org.obnova.demo.documents.Uploads;
import org.obnova.demo.enrolment.Application;
import org.obnova.demo.identity.Organisation;
import org.obnova.demo.identity.PersonForm;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The machine-readable powers of attorney of an application: what they say, and whether they are this holder's. */
final class Attorneys {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Uploads uploads;

    Attorneys(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Those that can be read, by upload; a printed form says nothing to a machine. */
    Map<String, PowerOfAttorney> of(Application application) {
        Map<String, PowerOfAttorney> read = new LinkedHashMap<>();
        for (Upload upload : uploads.list(application.id())) {
            if (isFile(upload)) {
                read.put(upload.id(), read(upload));
            }
        }
        return read;
    }

    /**
     * An upload is no power of attorney, or one of this holder's that is in force.
     *
     * @throws Problem ATTORNEY_NOT_IN_FORCE, ATTORNEY_OF_OTHERS
     */
    void require(Application application, Upload upload, LocalDate today) {
        if (isFile(upload)) {
            require(read(upload), application, today);
        }
    }

    static void require(PowerOfAttorney given, Application application, LocalDate today) {
        if (!given.holdsOn(today)) {
            throw new Problem(
                    ProblemCode.ATTORNEY_NOT_IN_FORCE,
                    "not in force",
                    Map.of("from", DAY.format(given.issued()), "until", DAY.format(given.until())),
                    null);
        }
        PersonForm form = application.details().valid();
        Organisation organisation = application.details().organisation();
        boolean ours = organisation != null
                && given.givenBy(organisation.inn().digits())
                && given.givenTo(digits(form, "inn"), digits(form, "snils"));
        if (!ours) {
            throw new Problem(ProblemCode.ATTORNEY_OF_OTHERS, "another organisation or another person");
        }
    }

    private static String digits(PersonForm form, String field) {
        return form.get(field).replaceAll("[ -]", "");
    }

    private static boolean isFile(Upload upload) {
        return upload.kind() == UploadKind.POWER_OF_ATTORNEY && upload.format() == FileFormat.XML;
    }

    private PowerOfAttorney read(Upload upload) {
        try (InputStream xml = uploads.open(upload.id())) {
            return PowerOfAttorney.read(xml);
        } catch (IOException e) {
            throw new UncheckedIOException("a document's file", e);
        }
    }
}
