// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.obnova.testkit.journey.Accountant;

/** What the extension adds to a page of the portal breaks no rule of axe-core (WCAG 2.2 A and AA, best practice). */
class JourneyAccessibilityIT {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Test
    void portalWithOurButtons_breaksNoRule() throws IOException {
        try (Accountant accountant = Journeys.accountant(Journeys.folder("accessibility"), "ec", 1)) {
            accountant.renewal().openPortal();

            assertThat(new AxeBuilder()
                            .withTags(TAGS)
                            .analyze(accountant.workplace().browser())
                            .getViolations())
                    .extracting(Rule::getId, Rule::getNodes)
                    .isEmpty();
        }
    }
}
