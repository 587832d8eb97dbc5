// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The service centres, and the exceptions from their choice (S13). */
class ServiceCentresTest {
    @Test
    void holders_choose_unlessServiceOrInvoiceFixesTheCentre() {
        ServiceCentres centres = ServiceCentres.bundled();

        assertThat(centres.of("korableva").kind()).isEqualTo(Arrangement.Kind.CHOICE);
        assertThat(centres.of("soloveva"))
                .isEqualTo(new Arrangement(
                        Arrangement.Kind.FIXED_BY_SERVICE,
                        centres.find("moscow-north").orElseThrow()));
        assertThat(centres.of("zhuravlyov").kind()).isEqualTo(Arrangement.Kind.FIXED_BY_INVOICE);
    }

    @Test
    void courier_isBoughtForAnApplication_andArrangedForNobody() throws Exception {
        var wrong = new ObjectMapper().readTree("{\"arrangements\": [{\"holder\": \"h1\", \"kind\": \"COURIER\"}]}");

        assertThatThrownBy(() -> ServiceCentres.read(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fixedCentreThatThereIsNot_isRefusedAtTheStart() throws Exception {
        var wrong = new ObjectMapper()
                .readTree(
                        "{\"arrangements\": [{\"holder\": \"h1\", \"kind\": \"FIXED_BY_INVOICE\", \"centre\": \"moon\"}]}");

        assertThatThrownBy(() -> ServiceCentres.read(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
