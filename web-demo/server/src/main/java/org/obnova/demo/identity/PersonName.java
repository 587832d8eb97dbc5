// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;

/**
 * A person's name exactly as in the passport: Е and Ё, И and Й are different letters and stay what they are.
 *
 * @param surname in Russian letters
 * @param givenName first name
 * @param patronymic null for who has none
 */
public record PersonName(
        String surname, String givenName, @Nullable String patronymic) {
    private static final int LONGEST = 60;
    private static final Pattern NAME = Pattern.compile("\\p{IsCyrillic}[\\p{IsCyrillic} .,'’()\\-]*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Refuses what is no name: FIELD_INVALID. An accent typed apart (и and its breve) becomes the letter that it makes (й). */
    public PersonName {
        surname = checked("surname", surname);
        givenName = checked("givenName", givenName);
        patronymic = patronymic == null || patronymic.isBlank() ? null : checked("patronymic", patronymic);
    }

    /** First name and patronymic, as certificates have them in one attribute. */
    public String givenNames() {
        return patronymic == null ? givenName : givenName + " " + patronymic;
    }

    /** «Кораблёва Алёна Юрьевна». */
    public String full() {
        return surname + " " + givenNames();
    }

    /** Whether it could stand in a name. */
    static boolean acceptable(String part) {
        String whole = whole(part);
        return whole.length() <= LONGEST && NAME.matcher(whole).matches();
    }

    private static String checked(String field, String part) {
        if (!acceptable(part)) {
            throw Problem.field(field, field + " must be 1 to 60 Russian letters");
        }
        return whole(part);
    }

    private static String whole(String part) {
        return SPACES.matcher(Normalizer.normalize(part.strip(), Normalizer.Form.NFC))
                .replaceAll(" ");
    }
}
