// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.agencies;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an agency sends.
 *
 * @param status HTTP status
 */
record Answer(int status, JsonNode body) {}
