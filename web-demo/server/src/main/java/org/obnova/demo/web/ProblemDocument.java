// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) with the registry's three lines: what happened ({@code title}), whether anything is lost, what to do now.
 *
 * @param code the number in the registry
 * @param name the stable name in the registry, also the tail of {@code type}
 * @param instance {@code urn:uuid:} and the id of the request (RFC 9562 section 4); null where it is said on a page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
        String type,
        String title,
        int status,
        int code,
        String name,
        String loss,
        String hint,
        @Nullable String instance) {

    /** The same, of one request. */
    ProblemDocument of(String request) {
        return new ProblemDocument(type, title, status, code, name, loss, hint, "urn:uuid:" + request);
    }

    /** The same as {@code title}, under the name that the page API gives to it. */
    @JsonProperty
    public String message() {
        return title;
    }
}
