// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address of the register, in the parts of a certificate. */
class PlaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "115000, г. Москва, ул. Садовая, д. 1 | г. Москва | г. Москва | ул. Садовая, д. 1",
                "г. Санкт-Петербург, Невский пр., д. 2, оф. 3 | г. Санкт-Петербург | г. Санкт-Петербург | Невский пр., д. 2, оф. 3",
                "420000, Республика Татарстан, г. Казань, ул. Образцовая, д. 3 | Республика Татарстан | г. Казань | ул. Образцовая, д. 3",
                "Московская область, Дмитровский район, пгт Икша, д. 5 | Московская область | пгт Икша | Дмитровский район, д. 5",
                "г. Москва | г. Москва | г. Москва | г. Москва",
                "г. Москва, п. Мосрентген, ул. Героя, д. 1 | г. Москва | г. Москва | п. Мосрентген, ул. Героя, д. 1",
                "620000 | 620000 | 620000 | 620000",
            })
    void address_isTakenApart_andNothingOfItIsLost(String address, String region, String locality, String street) {
        assertThat(Place.of(address)).isEqualTo(new Place(region, locality, street));
    }
}
