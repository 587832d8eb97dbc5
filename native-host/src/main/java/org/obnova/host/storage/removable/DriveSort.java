// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import org.obnova.host.task.Language;

/** What a person calls such a thing. */
enum DriveSort {
    FLASH("Флешка", "Flash drive"),
    CARD("Карта памяти", "Memory card"),
    DISKETTE("Дискета", "Diskette"),
    /** A disk in a case of its own. */
    DISK("Внешний диск", "External disk"),
    /** One that the settings name. */
    OTHER("Съёмный диск", "Removable drive");

    private final String ru;
    private final String en;

    DriveSort(String ru, String en) {
        this.ru = ru;
        this.en = en;
    }

    String in(Language language) {
        return language == Language.RU ? ru : en;
    }
}
