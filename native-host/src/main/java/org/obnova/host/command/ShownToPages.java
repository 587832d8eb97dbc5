// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obnova.host.fault.Fault;
import org.obnova.host.workstation.SystemRoot;

/**
 * What a page may read of places on the computer: the home is {@code ~}, and neither the account's name nor that of a browser's profile is told. The person sees them whole at the command line.
 *
 * @param home of the person, as the computer names it
 */
public record ShownToPages(String home) {
    /** A profile's folder may have spaces in its name: rather too much is taken than too little. */
    private static final Pattern PROFILE =
            Pattern.compile("(mozilla[/\\\\]firefox[/\\\\]|Firefox[/\\\\]Profiles[/\\\\])[^/\\\\\\n»”\"]+");

    private static final String HIDDEN = "…";

    /** Of the person whose home it is. */
    public static ShownToPages of(SystemRoot root) {
        return new ShownToPages(root.shown(root.home()));
    }

    /** The same fault, with its places made anonymous. */
    Fault masked(Fault fault) {
        Map<String, String> values = new LinkedHashMap<>();
        fault.values().forEach((name, value) -> values.put(name, masked(value)));
        String detail = fault.getMessage();
        return new Fault(fault.code(), detail == null ? "" : masked(detail), values, fault);
    }

    /** The text with its places made anonymous. */
    String masked(String text) {
        String[] names = home.split("[/\\\\]", -1);
        boolean named = names.length > 2; // Else it is the home of nobody, e.g. of the administrator.
        String atHome = named ? text.replace(home, "~") : text;
        String profiles = PROFILE.matcher(atHome).replaceAll("$1" + HIDDEN);
        String account = Pattern.quote(names[names.length - 1]);
        return named
                ? profiles.replaceAll("(?<=[/\\\\])" + account + "(?=[/\\\\])", Matcher.quoteReplacement(HIDDEN))
                : profiles;
    }
}
