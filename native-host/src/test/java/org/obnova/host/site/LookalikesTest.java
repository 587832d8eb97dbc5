// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.SiteEntry;

/** After Unicode Technical Standard 39, sections 4 and 5. */
class LookalikesTest {
    private static final List<SiteEntry> LISTED = List.of(
            new SiteEntry(new Origin("https://extern.obnova.org"), "Экстерн", "Extern", null),
            new SiteEntry(Origin.parseInternational("https://налог.рф").orElseThrow(), "Налог", "Tax", null));

    @ParameterizedTest
    @CsvSource({
        "https://portal.example, ''",
        "https://extern.obnova.com, ''",
        "https://xn--80atdkeecebb2b2a.xn--p1ai, ''",
        "https://портал.рф, ''",
        "https://tax-online.портал.рф, ''",
        "https://extern.оbnova.org, MIXED_LETTERS LOOKS_LIKE_LISTED",
        "https://ехтеrn.obnova.org, MIXED_LETTERS LOOKS_LIKE_LISTED",
        "https://extern.0bnova.org, LOOKS_LIKE_LISTED",
        "https://extem.obnova.org, LOOKS_LIKE_LISTED",
        "https://ex-tern.obnova.org, LOOKS_LIKE_LISTED",
        "https://нaлог.рф, MIXED_LETTERS LOOKS_LIKE_LISTED",
        "https://éxtern.obnova.org, FOREIGN_LETTERS LOOKS_LIKE_LISTED",
        "https://extern.obnóva.org, FOREIGN_LETTERS LOOKS_LIKE_LISTED",
        "https://nalog-налог.рф, MIXED_LETTERS",
        "https://xn--externobnova-vua.org, FOREIGN_LETTERS",
        "https://bücher.example, FOREIGN_LETTERS",
        "https://чайка.рф, ''",
        "https://сосо.com, FOREIGN_LETTERS",
        "https://xn--80ak6aa92e.com, FOREIGN_LETTERS",
        "https://ουτλοοκ.com, FOREIGN_LETTERS",
        "https://192.0.2.17, NUMBERS",
        "https://192.0.2.17:8443, NUMBERS",
        "https://[2001:db8::1], NUMBERS"
    })
    void look_seeWhatIsMadeToBeTakenForOthers(String origin, String doubts) {
        SitePrompt.Newcomer newcomer =
                Lookalikes.look(Origin.parseInternational(origin).orElseThrow(), LISTED);
        assertThat(newcomer.doubts().stream().map(Enum::name).toList())
                .containsExactlyInAnyOrderElementsOf(doubts.isEmpty() ? List.of() : List.of(doubts.split(" ")));
        assertThat(newcomer.resembled() != null).isEqualTo(doubts.contains("LOOKS_LIKE_LISTED"));
    }

    @ParameterizedTest
    @CsvSource({"https://xn--e1aybc.xn--p1ai, тест.рф", "https://portal.example:8443, portal.example"})
    void look_writesTheAddressAsItIsRead(String origin, String address) {
        assertThat(Lookalikes.look(new Origin(origin), LISTED).address()).isEqualTo(address);
    }
}
