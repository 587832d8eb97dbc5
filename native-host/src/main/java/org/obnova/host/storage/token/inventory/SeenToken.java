// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.profile.VendorProfile;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;
import org.obnova.host.task.Language;

/**
 * A token as it was seen in a slot.
 *
 * @param generation of the driver's process that showed it: the slot's number is good for no other
 * @param token what the slot's token said of itself
 * @param profile what is known of the product
 */
public record SeenToken(Driver driver, long generation, SlotFacts slot, TokenInfo token, VendorProfile profile) {
    private static final int MOST_CHARACTERS = 64;

    /** The end of a serial number tells two tokens of one kind apart as well as the whole. */
    private static final int SERIAL_END = 4;

    /** What a person calls it, e.g. «Рутокен ЭЦП 3.0 — Иванова»; by the end of its serial number where it has no name of its own. */
    public String label(Language language) {
        String product = profile.name(token).in(language);
        String own = plain(token.ownName());
        boolean telling = !own.isEmpty() && !own.equalsIgnoreCase(product);
        return telling ? product + " — " + own : product + serialEnd();
    }

    private String serialEnd() {
        String serial = plain(token.serial());
        return serial.isEmpty() ? "" : " …" + serial.substring(Math.max(0, serial.length() - SERIAL_END));
    }

    /** Whether it is the same token: a label may be the same on two, these three together are not. */
    boolean isSame(SeenToken other) {
        return token.manufacturer().equals(other.token.manufacturer())
                && token.model().equals(other.token.model())
                && token.serial().equals(other.token.serial());
    }

    /** The token's own words are anybody's: without what could turn the line around them about. */
    private static String plain(String text) {
        String visible = text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR)
                .limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.strip();
    }
}
