// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An address of one line as ЕГРЮЛ writes it («115000, г. Москва, ул. Садовая, д. 1»), in the parts that a certificate has (order of the FSB 795, section III).
 *
 * @param region subject of the Russian Federation
 * @param locality town or village; of Moscow, Saint Petersburg and Sevastopol, which are regions, the same
 * @param street street, house, office
 */
public record Place(String region, String locality, String street) {
    private static final Pattern POSTCODE = Pattern.compile("[0-9]{6}");
    private static final Pattern LOCALITY = Pattern.compile("(г|с|п|пгт|рп|дер|х|ст-ца|аул)\\.? .+");

    /**
     * Takes a line apart at its commas. Nothing of it is lost: where there is no street, the whole line stands there.
     *
     * @param address not blank
     */
    public static Place of(String address) {
        List<String> parts = new ArrayList<>();
        for (String part : address.split(",", -1)) {
            String text = part.strip();
            boolean postcode = parts.isEmpty() && POSTCODE.matcher(text).matches();
            if (!text.isEmpty() && !postcode) {
                parts.add(text);
            }
        }
        if (parts.isEmpty()) {
            return new Place(address, address, address);
        }
        String region = parts.removeFirst();
        String locality = region;
        for (int i = 0; i < parts.size() && !LOCALITY.matcher(region).matches(); i++) {
            if (LOCALITY.matcher(parts.get(i)).matches()) {
                locality = parts.remove(i);
                break;
            }
        }
        return new Place(region, locality, parts.isEmpty() ? address.strip() : String.join(", ", parts));
    }
}
