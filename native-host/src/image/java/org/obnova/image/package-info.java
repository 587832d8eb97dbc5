// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Builds the image of the native host at {@code target/obnova-host}: its own Java runtime, its libraries, the launcher and the
 * cache of loaded classes that makes it start fast. Runs while the host is built and is no part of what is built.
 *
 * <p>The steps: {@link org.obnova.image.Libraries} copies the jars, {@link org.obnova.image.NativeLibrary} the native part of one, {@link org.obnova.image.RuntimeLinker} links a runtime
 * with the modules that they need, {@link org.obnova.image.Launcher} writes the start script, and
 * {@link org.obnova.image.ClassCache} rehearses the host's work on that runtime and stores the classes that it took.
 *
 * <p>Allowed imports: the JDK, and from the host only what the rehearsal calls.
 *
 * <p>Source standard: JEP 282 (jlink), JEP 483 (ahead-of-time class loading and linking).
 */
@NullMarked
package org.obnova.image;

import org.jspecify.annotations.NullMarked;
