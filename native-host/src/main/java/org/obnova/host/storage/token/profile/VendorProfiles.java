// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.obnova.host.json.JsonException;
import org.obnova.host.storage.token.wire.TokenInfo;

/** All profiles, the most particular first; the last one, {@code generic}, fits any token. */
public final class VendorProfiles {
    private static final String RESOURCE = "profiles.json";

    private VendorProfiles() {}

    /** The profile of this token. */
    public static VendorProfile of(TokenInfo token) {
        return Registry.ALL.stream()
                .filter(profile -> fits(profile.recognition(), token))
                .findFirst()
                .orElseThrow();
    }

    /** All of them. */
    public static List<VendorProfile> all() {
        return Registry.ALL;
    }

    private static boolean fits(VendorProfile.Recognition recognition, TokenInfo token) {
        return fits(recognition.manufacturers(), token.manufacturer()) && fits(recognition.models(), token.model());
    }

    private static boolean fits(List<String> beginnings, String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return beginnings.isEmpty() || beginnings.stream().anyMatch(lower::startsWith);
    }

    /** Initialised when a token is first met. */
    private static final class Registry {
        static final List<VendorProfile> ALL = read();

        private static List<VendorProfile> read() {
            try (InputStream in = VendorProfiles.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is not there");
                }
                return ProfileReader.read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JsonException e) {
                throw new IllegalStateException(RESOURCE + " is damaged", e);
            }
        }
    }
}
