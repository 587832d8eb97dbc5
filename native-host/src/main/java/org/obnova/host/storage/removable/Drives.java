// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.removable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Lookout;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.folder.Volume;
import org.obnova.host.storage.folder.VolumeStorages;
import org.obnova.host.task.Language;

/** The removable drives as media. The system is asked each time; nothing is kept between. */
public final class Drives implements Media {
    private final DriveTable table;
    private final Supplier<Settings> settings;
    private final VolumeStorages storages;
    private final UnaryOperator<String> pseudonym;
    private final Lookout lookout = new Lookout(this::seen, Lookout.OFTEN);

    /**
     * @param settings read anew each time
     * @param storages makes the media
     * @param pseudonym of what identifies a drive: stable on this computer, and telling nothing of it; of letters and digits
     */
    Drives(DriveTable table, Supplier<Settings> settings, VolumeStorages storages, UnaryOperator<String> pseudonym) {
        this.table = table;
        this.settings = settings;
        this.storages = storages;
        this.pseudonym = pseudonym;
    }

    /** Those of this computer; the parameters are as of the constructor. On a system that is neither Linux nor Windows none is seen: folders can be named there. */
    public static Media ofThisComputer(
            Supplier<Settings> settings, VolumeStorages storages, UnaryOperator<String> pseudonym) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return Media.none();
        }
        DriveTable table = system.startsWith("windows") ? new WindowsDrives() : new LinuxDrives(Path.of("/"));
        return new Drives(table, settings, storages, pseudonym);
    }

    @Override
    public List<KeyStorage> present() {
        return volumes().stream().map(storages::on).toList();
    }

    @Override
    public List<NotListed> notListed() {
        return List.of();
    }

    @Override
    public StoragePrompt.Watch onChange(Runnable listener) {
        return lookout.watch(listener);
    }

    private List<Volume> volumes() {
        List<Volume> volumes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Drive drive : table.read(Set.copyOf(settings.get().drives()))) {
            String id = id(drive.identity());
            if (!ids.add(id)) {
                // A copy of another drive to the last octet: then only the place tells one from the other.
                id = id(drive.identity() + " " + drive.root());
            }
            volumes.add(new Mounted(table, drive, id));
        }
        return volumes;
    }

    private String id(String identity) {
        return "drive-" + pseudonym.apply(identity);
    }

    /** What a page would see, and whether it is the same plugging. */
    private List<String> seen() {
        try {
            List<String> seen = new ArrayList<>();
            for (Volume volume : volumes()) {
                seen.add(volume + " " + storages.on(volume).state());
            }
            return seen;
        } catch (Fault e) {
            return List.of(); // The settings are damaged: whoever asks is told.
        }
    }

    private record Mounted(DriveTable table, Drive drive, String id) implements Volume {
        @Override
        public String label(Language language) {
            return drive.label(language);
        }

        @Override
        public Path root() {
            return drive.root();
        }

        @Override
        public boolean isThere() {
            return table.isThere(drive);
        }
    }
}
