// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/**
 * Looks through every object of a PDF, also those that no page reaches, for what acts when the file is opened or brings other files along: scripts,
 * programs to start, forms that are sent, attachments, films (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8, 13). Links and bookmarks are let through.
 */
final class ActiveContent {
    private static final int MOST_OBJECTS = 100_000;
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Rendition",
            "Movie",
            "Sound",
            "Trans",
            "RichMediaExecute");
    private static final Set<String> ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final Set<COSName> KEYS = Set.of(
            COSName.getPDFName("JS"),
            COSName.getPDFName("JavaScript"),
            COSName.getPDFName("EmbeddedFiles"),
            COSName.getPDFName("EF"),
            COSName.getPDFName("XFA"),
            COSName.getPDFName("AA"));

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    private ActiveContent() {}

    static void refuse(COSDocument document) {
        ActiveContent search = new ActiveContent();
        search.visit(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            search.visit(document.getObjectFromPool(key));
        }
        search.walk();
    }

    private void walk() {
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSDictionary dictionary) {
                check(dictionary);
                dictionary.getValues().forEach(this::visit);
            } else if (next instanceof COSArray array) {
                array.forEach(this::visit);
            }
        }
    }

    private void visit(@Nullable COSBase found) {
        COSBase value = found instanceof COSObject reference ? reference.getObject() : found;
        if (value != null && seen.add(value)) {
            if (seen.size() > MOST_OBJECTS) {
                throw new Problem(ProblemCode.UPLOAD_TOO_HEAVY, "objects");
            }
            open.push(value);
        }
    }

    private static void check(COSDictionary dictionary) {
        boolean acts = KEYS.stream().anyMatch(dictionary::containsKey)
                || ACTIONS.contains(dictionary.getNameAsString(COSName.S, ""))
                || ANNOTATIONS.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""));
        if (acts) {
            throw new Problem(ProblemCode.UPLOAD_ACTIVE, "acts or brings files along");
        }
    }
}
