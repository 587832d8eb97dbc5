// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

/**
 * The page that checks extension and application.
 *
 * @param back path of this site, from which the person came
 */
public record SetupView(String back) {}
