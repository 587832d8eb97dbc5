// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** The host's tokens with modules that others wrote: SoftHSM, p11-kit remoting, a TPM. */
@NullMarked
package org.obnova.host.storage.token.peer;

import org.jspecify.annotations.NullMarked;
