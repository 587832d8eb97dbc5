// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.SiteEntry;
import org.obnova.host.site.SitePrompt.Doubt;
import org.obnova.host.site.SitePrompt.Newcomer;

/**
 * Sees names that are made to be taken for others. After Unicode Technical Standard 39: letters of one script per label (section 5.1), and skeletons in which letters that look
 * alike are one (section 4), for the letters that occur in names of sites here: Latin, Cyrillic, Greek and digits.
 */
final class Lookalikes {
    /** Pairs: the letter, and the Latin one that it is taken for. */
    private static final String ALIKE =
            "аaеeоoрpсcуyхxіiїiјjѕsԁdһhӏlкkмmтtнhвbгrзeьbпnиuпn0o1lɩlıiαaοoρpνvεeτtιiκkυuѵvԛqԝwɡgßbёeđdłl5s8b2z";

    /** Cyrillic letters that are taken for Latin ones: a whole name of them is no Russian word. */
    private static final String TAKEN_FOR_LATIN = "аеорсухіїјѕԁһӏѵԛԝё";

    private static final int LAST_OF_ASCII = 0x7F;

    private Lookalikes() {}

    /** Looks at a site against those of the list. */
    static Newcomer look(Origin origin, List<SiteEntry> listed) {
        String host = host(origin.ascii());
        String address = IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED);
        List<Doubt> doubts = new ArrayList<>();
        if (host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
            doubts.add(Doubt.NUMBERS);
        }
        boolean mixed = false;
        boolean foreign = false;
        for (String label : address.split("\\.", -1)) {
            Set<UnicodeScript> scripts = scripts(label);
            mixed |= scripts.size() > 1;
            foreign |= scripts.equals(EnumSet.of(UnicodeScript.CYRILLIC)) && isTakenForLatin(label);
            // Letters with accents, signs that look like a hyphen or a dot, and scripts that nobody reads here.
            foreign |= label.codePoints()
                    .anyMatch(c -> c > LAST_OF_ASCII && UnicodeScript.of(c) != UnicodeScript.CYRILLIC);
        }
        if (mixed) {
            doubts.add(Doubt.MIXED_LETTERS);
        }
        if (foreign) {
            doubts.add(Doubt.FOREIGN_LETTERS);
        }
        String resembled = resembled(address, host, listed);
        if (resembled != null) {
            doubts.add(Doubt.LOOKS_LIKE_LISTED);
        }
        return new Newcomer(origin, address, doubts, resembled);
    }

    private static @Nullable String resembled(String address, String host, List<SiteEntry> listed) {
        String skeleton = skeleton(address);
        for (SiteEntry site : listed) {
            String known = host(site.origin().ascii());
            if (!known.equals(host)
                    && skeleton(IDN.toUnicode(known, IDN.ALLOW_UNASSIGNED)).equals(skeleton)) {
                return site.origin().ascii();
            }
        }
        return null;
    }

    private static String host(String origin) {
        String authority = origin.substring(origin.indexOf("://") + 3);
        int colon = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
        return colon > 0 ? authority.substring(0, colon) : authority;
    }

    private static Set<UnicodeScript> scripts(String label) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts;
    }

    private static boolean isTakenForLatin(String label) {
        return label.codePoints().filter(Character::isLetter).allMatch(c -> TAKEN_FOR_LATIN.indexOf(c) >= 0);
    }

    /** Hyphens and accents do not count: {@code ex-tern} and {@code éxtern} are taken for {@code extern}; of й and ё the letter below is left, on both sides of the comparison. */
    private static String skeleton(String address) {
        StringBuilder skeleton = new StringBuilder();
        String plain = Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\p{Pd}\u00B7\u30FB\u30FC\u02D7\u2212]", "");
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            int place = ALIKE.indexOf(c);
            boolean even = place >= 0 && place % 2 == 0;
            if (c != '-') {
                skeleton.append(even ? ALIKE.charAt(place + 1) : c);
            }
        }
        return skeleton.toString().replace("rn", "m").replace("vv", "w").replace("cl", "d");
    }
}
