// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.storage;

import java.awt.EventQueue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt.Offers;
import org.obnova.host.task.Language;
import org.obnova.host.ui.frame.Words;

/** Looks at the media whenever they have changed, and hands what it saw to the window. */
final class Following {
    private final Words words;
    private final Purpose purpose;
    private final Offers offers;
    private volatile Shown latest = new Shown(List.of(), List.of());
    private volatile @Nullable StorageSheet sheet;

    Following(Language language, Purpose purpose, Offers offers) {
        this.words = Words.beside(StorageSheet.class, language);
        this.purpose = purpose;
        this.offers = offers;
    }

    /** Somebody tells of a change, on a thread that is not to be held up. */
    void changed() {
        Thread.ofVirtual().name("media-window").start(() -> {
            try {
                look();
            } catch (Fault ignored) {
                // What cannot be asked now stays as it was shown; the next change asks again.
            }
        });
    }

    /** One at a time, so that the last one to look saw the last change. Nothing of the windows is touched before there is one. */
    synchronized void look() {
        latest = Shown.of(words, purpose, offers);
        StorageSheet open = sheet;
        if (open != null) {
            EventQueue.invokeLater(() -> open.follow(latest));
        }
    }

    /** On the event thread. */
    StorageSheet sheet() {
        StorageSheet made = new StorageSheet(words, purpose, latest);
        sheet = made;
        // Who looked just now saw no window yet.
        made.follow(latest);
        return made;
    }
}
