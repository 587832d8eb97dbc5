// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.browser;

import java.nio.file.Path;

/**
 * A browser in a sandbox.
 *
 * @param flatpak else a snap
 * @param name of the package
 * @param permission the command by which the person lets it start programs outside of the sandbox
 * @param permissions the file in which the system notes that
 */
public record Sandbox(boolean flatpak, String name, String permission, Path permissions) {}
