// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ShownToPages}: what pages may read of places. */
class ShownToPagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/home/anna|Нет файла /home/anna/.config/chromium/x.json.|Нет файла ~/.config/chromium/x.json.",
                "/home/anna|/home/anna/.mozilla/firefox/abcd.Anna Ivanova|~/.mozilla/firefox/…",
                "/home/anna|~/snap/firefox/common/.mozilla/firefox/x1.work/cert9.db|~/snap/firefox/common/.mozilla/firefox/…/cert9.db",
                "/home/anna|/media/anna/STICK|/media/…/STICK",
                "/home/anna|/opt/obnova/bin/obnova-host|/opt/obnova/bin/obnova-host",
                "C:\\Users\\anna|C:\\Users\\anna\\AppData\\Local\\obnova|~\\AppData\\Local\\obnova",
                "/root|/etc/root/x|/etc/root/x"
            })
    void masked_tellsNeitherAccountNorProfile(String home, String text, String shown) {
        assertThat(new ShownToPages(home).masked(text)).isEqualTo(shown);
    }
}
