// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal with a stable code. The message is technical and English; what a person reads comes from {@code errors.json}. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, String> values;

    /**
     * @param code what was refused
     * @param detail for developers, English; never holds a name, a number, a code or a payload
     */
    public Problem(ProblemCode code, String detail) {
        this(code, detail, Map.of(), null);
    }

    /** As {@link #Problem(ProblemCode, String)}, with the exception that led here. */
    public Problem(ProblemCode code, String detail, Throwable cause) {
        this(code, detail, Map.of(), cause);
    }

    /** @param values what stands for the placeholders of the code's texts, e.g. {@code field} for <code>{field}</code> */
    public Problem(ProblemCode code, String detail, Map<String, String> values, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.values = Map.copyOf(values);
    }

    /** A refused form field; {@code field} is its technical name, e.g. {@code snils}. */
    public static Problem field(String field, String detail) {
        return new Problem(ProblemCode.FIELD_INVALID, detail, Map.of("field", field), null);
    }

    /** The stable code. */
    public ProblemCode code() {
        return code;
    }

    /** Values for the placeholders of the code's texts. */
    public Map<String, String> values() {
        return values;
    }
}
