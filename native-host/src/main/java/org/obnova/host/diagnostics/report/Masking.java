// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.diagnostics.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what belongs to the person alone: what is known beforehand (names, the home folder), and what looks like it (numbers of people, organisations and
 * devices, passwords, addresses of mail, names). It rather takes too much.
 */
final class Masking {
    static final String HOME = "~";
    static final String NAME = "‹имя›";
    static final String NUMBER = "‹номер›";
    static final String SECRET = "‹скрыто›";
    static final String MAIL = "‹почта›";

    private static final int SHORTEST_WORD = 3;

    /** Words that are no names though they look like them. */
    private static final Set<String> NO_NAMES =
            Set.of("Яндекс Браузер", "Рутокен Lite", "Рутокен ЭЦП", "Обнова Обнова", "КриптоПро CSP");

    /** User names that say nothing of a person, and are words of other texts. */
    private static final Set<String> NO_PERSONS = Set.of("root", "user", "admin", "администратор", "пользователь");

    /** Also of our own texts: «PIN-код: 1234», «password=x». */
    private static final Pattern PASSWORD = Pattern.compile(
            "(?iu)((?:pin|пин)(?:-?(?:код|code))?а?|парол[а-я]*|password|passwd|secret)(\\s*[:=]\\s*)\\S+");

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+");

    /** SNILS with its separators, INN, OGRN, serial numbers: seven digits in a row, or nine with single separators between them. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\d(?:[ \\u00A0().-]{0,2}\\d){8,}|\\d{7,}");

    /** Serial numbers as hexadecimal digits; an incident's own number is random. */
    private static final Pattern HEX =
            Pattern.compile("\\b(?=[0-9A-Fa-f]*\\d)[0-9A-Fa-f]{8,}\\b|\\b[0-9A-Fa-f]{2}(?:[: -][0-9A-Fa-f]{2}){3,}\\b");

    private static final Pattern INCIDENT = Pattern.compile("incident [0-9a-f]{16}");

    /** Names: two or three capitalised Cyrillic words, with initials, or in capitals. */
    private static final Pattern PERSON = Pattern.compile(
            "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:[ \\u00A0_.-]+[А-ЯЁ][а-яё]+){1,2}|[А-ЯЁ][а-яё]+ [А-ЯЁ]\\. ?[А-ЯЁ]\\."
                    + "|[А-ЯЁ]\\. ?[А-ЯЁ]\\. ?[А-ЯЁ][а-яё]+|[А-ЯЁ]{2,}(?:[ \\u00A0_-]+[А-ЯЁ]{2,}){1,3}");

    private final String home;
    private final List<String> known;

    /**
     * @param home the person's folder
     * @param known names that are known: of the user, of the computer, of holders of certificates; each is masked as a whole and word by word
     */
    Masking(String home, List<String> known) {
        this.home = home;
        List<String> words = new ArrayList<>();
        for (String name : known) {
            words.add(name);
            words.addAll(List.of(name.split("[\\s\"«»,]+")));
        }
        this.known = words.stream()
                .filter(word -> word.length() >= SHORTEST_WORD && !NO_PERSONS.contains(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without what is the person's. */
    String mask(String text) {
        String masked = home.length() > 1 ? text.replace(home, HOME) : text;
        masked = PASSWORD.matcher(masked).replaceAll("$1$2" + SECRET);
        for (String word : known) {
            masked = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                    .matcher(masked)
                    .replaceAll(NAME);
        }
        masked = MAIL_ADDRESS
                .matcher(masked)
                .replaceAll(found -> found.group().equals("extension@obnova.org") ? found.group() : MAIL);
        masked = PERSON.matcher(masked)
                .replaceAll(found -> NO_NAMES.contains(found.group()) ? Matcher.quoteReplacement(found.group()) : NAME);
        return numbers(masked);
    }

    /** All but the numbers of incidents. */
    private static String numbers(String text) {
        StringBuilder masked = new StringBuilder();
        Matcher incidents = INCIDENT.matcher(text);
        int from = 0;
        while (incidents.find()) {
            masked.append(withoutNumbers(text.substring(from, incidents.start())))
                    .append(incidents.group());
            from = incidents.end();
        }
        return masked.append(withoutNumbers(text.substring(from))).toString();
    }

    private static String withoutNumbers(String text) {
        return DIGITS.matcher(HEX.matcher(text).replaceAll(NUMBER)).replaceAll(NUMBER);
    }
}
