// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

/**
 * Where people come with their originals.
 *
 * @param id {@code [a-z0-9-]}
 * @param hours when it is open, as the page says it
 */
public record ServiceCentre(String id, String name, String address, String hours, String phone) {
    /** Refuses empty lines. */
    public ServiceCentre {
        if (!id.matches("[a-z0-9-]+") || name.isBlank() || address.isBlank() || hours.isBlank() || phone.isBlank()) {
            throw new IllegalArgumentException("not a service centre: " + id);
        }
    }
}
