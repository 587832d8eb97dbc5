// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** Where this person's programs keep NSS databases. Only those that are there: a database is made by its program, at its first start. */
public final class NssPlaces {
    private static final int MOST_PLACES = 200;
    private static final int LONGEST = 200;

    private final Path home;
    private final Map<String, String> environment;

    /**
     * Of one person.
     *
     * @param environment with XDG_DATA_HOME and XDG_CONFIG_HOME where they are set (XDG Base Directory Specification)
     */
    public NssPlaces(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /**
     * One database.
     *
     * @param detail the profile's name; empty where the program has but one database
     */
    public record Database(String program, String detail, Path folder) {}

    private record Place(String program, Path folder, boolean profiles) {}

    /** Those that are there, each once. */
    public List<Database> databases() {
        List<Database> found = new ArrayList<>();
        Set<Path> seen = new LinkedHashSet<>();
        for (Place place : places()) {
            for (Database each : databases(place)) {
                if (Files.isRegularFile(each.folder().resolve("cert9.db")) && seen.add(real(each.folder()))) {
                    found.add(each);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Database> databases(Place place) {
        if (!place.profiles()) {
            return List.of(new Database(place.program(), "", place.folder()));
        }
        return FirefoxProfiles.in(place.folder()).stream()
                .map(each -> new Database(place.program(), each.name(), each.folder()))
                .toList();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    private List<Place> places() {
        try (InputStream in = Objects.requireNonNull(
                NssPlaces.class.getResourceAsStream("places.json"), "a resource of this package")) {
            Fields fields = Fields.of("", JsonText.read(in.readAllBytes()));
            List<Place> places = new ArrayList<>();
            for (Json each : fields.items("places", MOST_PLACES)) {
                places.add(place(Fields.of("places[]", each)));
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException(e); // A file of this program; a test reads it.
        }
    }

    private Place place(Fields fields) throws JsonException {
        String program = fields.text("program", 1, LONGEST);
        String in = fields.text("in", 1, LONGEST);
        Path base = switch (in) {
            case "home" -> home;
            case "data" -> xdg("XDG_DATA_HOME", ".local/share");
            case "config" -> xdg("XDG_CONFIG_HOME", ".config");
            default -> throw fields.wrong("in", "not known");
        };
        Path folder = base.resolve(fields.text("folder", 1, LONGEST));
        Boolean profiles = fields.optionalTruth("profiles");
        fields.end();
        return new Place(program, folder, Boolean.TRUE.equals(profiles));
    }

    /** A relative path counts as none (XDG Base Directory Specification). */
    private Path xdg(String variable, String otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.startsWith("/") ? Path.of(value) : home.resolve(otherwise);
    }
}
