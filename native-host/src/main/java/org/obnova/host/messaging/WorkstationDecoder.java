// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.messaging.Request.Site;

/** The requests about the workstation. Apart from {@link RequestDecoder}, so that the start does not read it. */
final class WorkstationDecoder {
    private static final int MOST_TARGETS = 200;
    private static final int LONGEST = 128;

    private WorkstationDecoder() {}

    static Request check(Site site, Fields params) throws JsonException {
        return new Request.WorkstationCheck(site, service(params), Boolean.TRUE.equals(params.optionalTruth("file")));
    }

    static Request change(Site site, Fields params, boolean uninstall) throws JsonException {
        List<String> targets = new ArrayList<>();
        for (Json item : params.items("targets", MOST_TARGETS)) {
            if (!(item instanceof Json.Text text) || !isName(text.value()) || targets.contains(text.value())) {
                throw params.wrong("targets", "not an array of ids, each once");
            }
            targets.add(text.value());
        }
        if (params.has("targets") && targets.isEmpty()) {
            throw params.wrong("targets", "empty");
        }
        return new Request.WorkstationChange(site, service(params), List.copyOf(targets), uninstall);
    }

    private static @Nullable String service(Fields params) throws JsonException {
        String service = params.optionalText("service", 1, 64);
        if (service != null && !isName(service)) {
            throw params.wrong("service", "a character that is not allowed");
        }
        return service;
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> (Character.isLetterOrDigit(c) && c < 0x80) || "._-".indexOf(c) >= 0);
    }
}
