// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Which PKCS#11 modules there are, found without loading any: vendors' usual places as data ({@code modules.json}), p11-kit's configurations, and
 * what the settings name. A library's header is read before it counts, and who may change its file is looked at; and tokens on USB whose driver is
 * missing are told ({@code usb.json}). Imports: fault, json, settings, storage.
 *
 * <p>Source standards: pkcs11.conf(5) of p11-kit 0.24; System V ABI (ELF header); Microsoft PE Format; Mach-O (loader.h); sysfs of Linux, class USB.
 */
@NullMarked
package org.obnova.host.storage.token.module;

import org.jspecify.annotations.NullMarked;
