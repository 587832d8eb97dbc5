// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * X.509 certificates (RFC 5280; order of FSB 795 for the fields of a Russian holder): the holder's data, reading, thumbprints, and the path up to
 * a configured anchor, without any network. Imports: fault, keys, Bouncy Castle's lightweight API.
 */
@NullMarked
package org.obnova.host.certificate;

import org.jspecify.annotations.NullMarked;
