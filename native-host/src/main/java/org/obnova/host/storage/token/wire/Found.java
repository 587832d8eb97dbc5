// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An object on a token.
 *
 * @param handle good as long as the slot number that it was found under
 * @param attributes those wanted that the object has and shows
 */
public record Found(long handle, List<Attribute> attributes) {
    public Found {
        attributes = List.copyOf(attributes);
    }

    /** The octets of an attribute; empty where the object has none such. */
    public Optional<byte[]> octets(long type) {
        return value(type, Attribute.Octets.class).map(Attribute.Octets::octets);
    }

    /** Zeroes all octets. */
    public void wipe() {
        for (Attribute each : attributes) {
            each.wipe();
        }
    }

    /** Octets read as UTF-8. */
    public Optional<String> text(long type) {
        return octets(type).map(octets -> new String(octets, StandardCharsets.UTF_8));
    }

    /** A CK_ULONG. */
    public Optional<Long> number(long type) {
        return value(type, Attribute.Whole.class).map(Attribute.Whole::number);
    }

    /** A CK_BBOOL. */
    public Optional<Boolean> flag(long type) {
        return value(type, Attribute.Flag.class).map(Attribute.Flag::on);
    }

    /** Whether a CK_BBOOL is there and true. */
    public boolean is(long type) {
        return flag(type).orElse(false);
    }

    private <V extends Attribute.Value> Optional<V> value(long type, Class<V> kind) {
        return attributes.stream()
                .filter(each -> each.type() == type && kind.isInstance(each.value()))
                .findFirst()
                .map(each -> kind.cast(each.value()));
    }
}
