// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.platform.DurableFile;
import org.obnova.host.platform.InterProcessLock;

/** The sites in the person's own file of settings. Whatever else stands there stays as it is. */
public final class PersonalSites {
    private static final String KEY = "sites";

    private final Path person;
    private final Path administrator;

    /**
     * @param person the person's file; it need not be there
     * @param administrator the administrator's file, which may lock the list
     */
    public PersonalSites(Path person, Path administrator) {
        this.person = person;
        this.administrator = administrator;
    }

    /**
     * Whether the administrator's list alone counts.
     *
     * @throws Fault {@code SETTINGS_INVALID}
     */
    public boolean locked() {
        Layer above = SettingsLoader.file(administrator, false);
        return above != null && above.locked().contains(KEY);
    }

    /**
     * Those that the person added.
     *
     * @throws Fault {@code SETTINGS_INVALID}
     */
    public List<SiteEntry> all() {
        Layer own = SettingsLoader.file(person, true);
        return own == null ? List.of() : own.sites();
    }

    /**
     * Adds a site; one of the same origin is replaced.
     *
     * @throws Fault {@code SETTINGS_INVALID}: the file stays as it is; those of storing a file
     */
    public void add(SiteEntry site) {
        change(sites -> {
            List<Json> after = new ArrayList<>(sites);
            after.removeIf(each -> isOf(each, site.origin()));
            after.add(entry(site));
            return after;
        });
    }

    /**
     * Removes a site.
     *
     * @return whether it was there
     * @throws Fault as {@link #add}
     */
    public boolean remove(Origin origin) {
        boolean[] removed = new boolean[1];
        change(sites -> {
            List<Json> after = new ArrayList<>(sites);
            removed[0] = after.removeIf(each -> isOf(each, origin));
            return after;
        });
        return removed[0];
    }

    private void change(UnaryOperator<List<Json>> change) {
        try (InterProcessLock _ = InterProcessLock.acquire(person.resolveSibling(person.getFileName() + ".lock"))) {
            SettingsLoader.file(person, true); // Whole, or it is refused and stays.
            Map<String, Json> before = tree();
            List<Json> sites = before.get(KEY) instanceof Json.Items(var list) ? list : List.of();
            List<Json> changed = change.apply(sites);
            if (!changed.equals(sites)) {
                Map<String, Json> after = new LinkedHashMap<>(before);
                after.putIfAbsent("formatVersion", new Json.Whole(Layer.FORMAT_VERSION));
                after.put(KEY, new Json.Items(changed));
                DurableFile.write(person, octets(new Json.Members(after)));
            }
        }
    }

    private Map<String, Json> tree() {
        Optional<byte[]> file = DurableFile.read(person);
        if (file.isEmpty()) {
            return Map.of();
        }
        try {
            return JsonText.read(file.get()) instanceof Json.Members(var byName) ? byName : Map.of();
        } catch (JsonException e) {
            throw new Fault(
                    ErrorCode.SETTINGS_INVALID, String.valueOf(e.getMessage()), Map.of("file", person.toString()), e);
        }
    }

    private static boolean isOf(Json entry, Origin origin) {
        return entry instanceof Json.Members(var byName)
                && byName.get("origin") instanceof Json.Text(var text)
                && Origin.parseInternational(text).filter(origin::equals).isPresent();
    }

    private static Json entry(SiteEntry site) {
        Map<String, Json> name = new LinkedHashMap<>();
        name.put("ru", new Json.Text(site.nameRu()));
        name.put("en", new Json.Text(site.nameEn()));
        Map<String, Json> entry = new LinkedHashMap<>();
        entry.put("origin", new Json.Text(site.origin().ascii()));
        entry.put("name", new Json.Members(name));
        @Nullable String renewalUrl = site.renewalUrl();
        if (renewalUrl != null) {
            entry.put("renewalUrl", new Json.Text(renewalUrl));
        }
        return new Json.Members(entry);
    }

    private static byte[] octets(Json tree) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonWriter out = JsonText.writer(octets)) {
            out.write(tree);
            out.writeLineEnd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
