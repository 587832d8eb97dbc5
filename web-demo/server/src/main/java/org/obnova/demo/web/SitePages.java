// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

/** The pages of one site or one part of it. */
public interface SitePages {
    Site site();

    void register(Routes routes);
}
