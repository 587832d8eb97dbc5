// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.io.InputStream;

/**
 * A file of a form.
 *
 * @param name as the person's computer calls it; not to be trusted
 * @param content to be read once
 */
public record SentFile(String name, InputStream content) {}
