// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

/** Is told of each request once it is answered. */
@FunctionalInterface
public interface RequestWatch {
    /** Looks at nothing. */
    RequestWatch NONE = request -> {};

    void answered(AnsweredRequest request);
}
