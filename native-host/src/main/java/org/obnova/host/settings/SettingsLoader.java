// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.JsonException;

/**
 * Puts the layers together: the bundled file, over it the person's, over that the administrator's. Lists add up; of two entries for one origin
 * the upper layer's counts, and so do single values. Of a key that the administrator locks, the administrator's value alone counts. {@code locked} in another file means
 * nothing. The files are read anew each time: they are small, and a change is seen at once.
 */
public final class SettingsLoader {
    /** The administrator's file. */
    public static final Path ADMINISTRATOR = Path.of("/etc/obnova/host.json");

    private static final String BUNDLED = "host.json";
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final Path person;
    private final Path administrator;

    /**
     * @param person the person's file; it need not be there
     * @param administrator the administrator's file; it need not be there
     */
    public SettingsLoader(Path person, Path administrator) {
        this.person = person;
        this.administrator = administrator;
    }

    /**
     * Reads what is there.
     *
     * @throws Fault {@code SETTINGS_INVALID} with the file's name, where one is damaged, newer, or has a key that is not known
     */
    public Settings load() {
        Layer bundled = bundled();
        @Nullable Layer own = file(person, true);
        @Nullable Layer above = file(administrator, false);
        List<String> locked = above == null ? List.of() : above.locked();
        Map<Origin, SiteEntry> sites = new LinkedHashMap<>();
        for (SiteEntry site : merged("sites", Layer::sites, locked, bundled, own, above)) {
            sites.put(site.origin(), site);
        }
        Map<Path, ModuleSetting> modules = new LinkedHashMap<>();
        for (ModuleSetting module : merged("modules", Layer::modules, locked, bundled, own, above)) {
            modules.put(module.path(), module);
        }
        Map<String, ServiceEntry> services = new LinkedHashMap<>();
        for (ServiceEntry service : merged("services", Layer::services, locked, bundled, own, above)) {
            services.put(service.name(), service);
        }
        return new Settings(
                List.copyOf(sites.values()),
                merged("anchors", Layer::anchors, locked, bundled, own, above),
                merged("extensions", Layer::extensions, locked, bundled, own, above),
                List.copyOf(modules.values()),
                merged("drives", Layer::drives, locked, bundled, own, above),
                uppermost("knownModules", Layer::knownModules, locked, bundled, own, above),
                uppermost("rememberPin", Layer::mayRememberPin, locked, bundled, own, above),
                List.copyOf(services.values()));
    }

    /**
     * The ids of the administrator's file where it locks them; that file alone is read.
     *
     * @throws Fault {@code SETTINGS_INVALID} as above
     */
    public Optional<List<String>> lockedExtensions() {
        Layer above = file(administrator, false);
        return above != null && above.locked().contains("extensions")
                ? Optional.of(List.copyOf(above.extensions()))
                : Optional.empty();
    }

    /** What comes with the program, nothing else. */
    public static SettingsLoader bundledAlone() {
        Path none = Path.of("/nonexistent/obnova");
        return new SettingsLoader(none, none);
    }

    private static <T> List<T> merged(
            String key, Function<Layer, List<T>> part, List<String> locked, @Nullable Layer... layers) {
        List<T> merged = new ArrayList<>();
        for (int i = locked.contains(key) ? layers.length - 1 : 0; i < layers.length; i++) {
            Layer layer = layers[i];
            if (layer != null) {
                merged.addAll(part.apply(layer));
            }
        }
        return merged;
    }

    /** The uppermost layer's word; true where none says anything. */
    private static boolean uppermost(
            String key, Function<Layer, @Nullable Boolean> part, List<String> locked, @Nullable Layer... layers) {
        for (int i = layers.length - 1; i >= (locked.contains(key) ? layers.length - 1 : 0); i--) {
            Layer layer = layers[i];
            Boolean value = layer == null ? null : part.apply(layer);
            if (value != null) {
                return value;
            }
        }
        return true;
    }

    private static Layer bundled() {
        try (InputStream in = SettingsLoader.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the bundled settings are not there");
            }
            return Layer.read(in.readAllBytes(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException("the bundled settings are damaged", e);
        }
    }

    /** One file; null where it is not there. */
    static @Nullable Layer file(Path file, boolean personal) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw invalid(file, "too large", null);
            }
            return Layer.read(Files.readAllBytes(file), personal);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw invalid(file, "cannot be read", e);
        } catch (JsonException e) {
            throw invalid(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static Fault invalid(Path file, String detail, @Nullable Exception cause) {
        return new Fault(ErrorCode.SETTINGS_INVALID, detail, Map.of("file", file.toString()), cause);
    }
}
