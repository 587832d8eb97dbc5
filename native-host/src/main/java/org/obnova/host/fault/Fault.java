// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.fault;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure with a stable code. Its message is technical and English; what a person reads comes from {@code errors.json}. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, String> values;

    /**
     * @param code what happened
     * @param detail for developers, English; never holds a name, a number, a PIN or a payload
     */
    public Fault(ErrorCode code, String detail) {
        this(code, detail, Map.of(), null);
    }

    /** As {@link #Fault(ErrorCode, String)}, with the exception that led here. */
    public Fault(ErrorCode code, String detail, Throwable cause) {
        this(code, detail, Map.of(), cause);
    }

    /**
     * @param values what stands for the placeholders of the code's texts, e.g. {@code file} for <code>{file}</code>
     */
    public Fault(ErrorCode code, String detail, Map<String, String> values, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.values = Map.copyOf(values);
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** Values for the placeholders of the code's texts. */
    public Map<String, String> values() {
        return values;
    }
}
