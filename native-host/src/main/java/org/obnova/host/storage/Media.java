// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.List;

/** Media that come and go. */
public interface Media {
    /** Those that are there now, as far as they are known within a moment. */
    List<KeyStorage> present();

    /** Those that are there now; whoever looks for one of them waits longer for what is still starting. */
    default List<KeyStorage> settled() {
        return present();
    }

    /** What may be there and cannot be listed. */
    List<NotListed> notListed();

    /**
     * Calls the listener, from any thread, after media came or went, until the watch is closed. While there is a watch, tokens are watched.
     *
     * @return closed by the caller
     */
    default StoragePrompt.Watch onChange(Runnable listener) {
        return () -> {};
    }

    /** Nothing ever there. */
    static Media none() {
        return new Media() {
            @Override
            public List<KeyStorage> present() {
                return List.of();
            }

            @Override
            public List<NotListed> notListed() {
                return List.of();
            }
        };
    }
}
