// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.List;

/**
 * One place that can be set up. All three verbs may be repeated; install and uninstall check again before they return, and after install and uninstall everything is as it was.
 * Not safe for use by several threads: {@link Workstation} holds a lock over the processes.
 */
public interface Target {
    /** Stable and dotted, e.g. {@code host-manifest.chromium}. */
    String id();

    /** What sort of thing it is. */
    TargetKind kind();

    /** Whose it is. */
    Scope scope();

    /** What a person calls it. */
    Words title();

    /** How it stands now; changes nothing. */
    TargetState check();

    /** What {@link #install} or {@link #uninstall} would do now; empty where nothing is to be done. Changes nothing. */
    List<Change> plan(Direction direction);

    /**
     * Makes it ready.
     *
     * @throws org.obnova.host.fault.Fault {@code TARGET_BLOCKED}, {@code TARGET_UNVERIFIED}, {@code SETUP_TOOL_FAILED}, {@code ADMINISTRATOR_NEEDED}, those of storing a file: then nothing was changed, or what was
     *     is remembered, and uninstall undoes it
     */
    void install();

    /**
     * Undoes what install did, exactly: what others changed since then stays.
     *
     * @throws org.obnova.host.fault.Fault as {@link #install}
     */
    void uninstall();
}
