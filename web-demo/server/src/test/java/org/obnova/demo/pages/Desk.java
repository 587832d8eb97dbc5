// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.obnova.demo.web.Site;
import org.obnova.demo.web.Sites;

/** Somebody who has logged in to the operators' site by the handout's password. */
final class Desk {
    private Desk() {}

    static Person of(String name, Sites sites, Path handout) throws IOException, InterruptedException {
        return of(name, new Person(sites, Site.OPERATOR), handout);
    }

    /** The same by somebody whose requests go their own way. */
    static Person of(String name, Person person, Path handout) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(handout.resolve(name + "-password.txt"));
        person.open("/");
        assertThat(person.submit("/sign-in", Map.of("name", lines.get(0), "password", lines.get(1)))
                        .statusCode())
                .isEqualTo(303);
        person.open("/");
        return person;
    }
}
