// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.keys;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * Reads DER or BER that others wrote. The library refuses bad encodings by many kinds of exception, at once or on first use: here they
 * all become one {@link Fault}, and nothing else is caught.
 */
public final class UntrustedDer {
    /** Reads and uses what was encoded. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    private UntrustedDer() {}

    /**
     * Runs the reading.
     *
     * @param code of the fault for an encoding that cannot be read
     * @param what was read, for the fault's detail
     * @throws Fault with that code, or as the reading itself throws
     */
    public static <T> T read(ErrorCode code, String what, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | NoSuchElementException e) {
            throw new Fault(code, what + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
