// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.Media;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.driver.Drivers;
import org.obnova.host.storage.token.driver.ModuleEntry;
import org.obnova.host.storage.token.module.FoundModule;
import org.obnova.host.storage.token.module.ModuleSearch;
import org.obnova.host.storage.token.module.Modules;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.module.UsbTokens;
import org.obnova.host.storage.token.profile.VendorProfile;
import org.obnova.host.storage.token.profile.VendorProfiles;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;

/** The tokens as media. Nothing is started where there is no module; a module is started when the tokens are first asked for. */
public final class Tokens implements Media {
    /** How long a list waits for a module. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long whoever looks for a certain token waits: a driver's process may start slowly on a busy computer. */
    private static final Duration FOR_ONE_THAT_STARTS = Duration.ofSeconds(6);

    private final Drivers drivers;
    private final Supplier<Settings> settings;
    private final ModuleSearch search;
    private final UsbTokens usb;
    private final TokenStorages storages;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Map<ModuleEntry, ModuleListing> listings = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private @Nullable Watching watching;
    private @Nullable List<String> known;
    private @Nullable List<String> around;

    /**
     * @param settings read anew each time
     * @param storages makes the media
     */
    public Tokens(Drivers drivers, Supplier<Settings> settings, Surroundings surroundings, TokenStorages storages) {
        this(drivers, settings, surroundings, storages, PATIENCE, System::nanoTime);
    }

    /**
     * @param patience how long a list waits for a module
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    Tokens(
            Drivers drivers,
            Supplier<Settings> settings,
            Surroundings surroundings,
            TokenStorages storages,
            Duration patience,
            LongSupplier nanoTime) {
        this.drivers = drivers;
        this.settings = settings;
        this.search = new ModuleSearch(surroundings);
        this.usb = new UsbTokens(surroundings);
        this.storages = storages;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    @Override
    public List<KeyStorage> present() {
        return media(take(patience));
    }

    @Override
    public List<KeyStorage> settled() {
        return media(take(FOR_ONE_THAT_STARTS));
    }

    private List<KeyStorage> media(Inventory inventory) {
        return inventory.tokens().stream().map(storages::of).toList();
    }

    @Override
    public List<NotListed> notListed() {
        return take(patience).notListed();
    }

    private Modules modules() {
        Settings now = settings.get();
        return search.search(now.modules(), now.knownModules());
    }

    @Override
    public StoragePrompt.Watch onChange(Runnable listener) {
        // Not the listener itself, nor a reference to its method: two watches of one listener are two.
        Runnable own = new Runnable() {
            @Override
            public void run() {
                listener.run();
            }
        };
        listeners.add(own);
        synchronized (this) {
            if (watching == null) {
                watching = new Watching(new Watch());
                watching.start();
            }
        }
        return () -> {
            listeners.remove(own);
            stopIfAlone();
        };
    }

    private synchronized void stopIfAlone() {
        Watching present = watching;
        if (listeners.isEmpty() && present != null) {
            present.stop();
            watching = null;
            listings.values().forEach(ModuleListing::unwatch);
        }
    }

    private Inventory take(Duration waiting) {
        Modules modules = modules();
        List<String> seen = around(modules);
        List<ModuleListing> asked = modules.usable().stream().map(this::listing).toList();
        forgetAllBut(asked);
        asked.forEach(ModuleListing::ask);
        List<NotListed> notListed = new ArrayList<>(modules.notListed());
        List<String> shown = new ArrayList<>();
        Doubles doubles = new Doubles();
        for (ModuleListing listing : asked) {
            switch (listing.answer(waiting)) {
                case ModuleListing.Answer.Failed(NotListed why) -> notListed.add(why);
                case ModuleListing.Answer.Slots(long generation, List<SlotFacts> slots) ->
                    slots.forEach(slot -> add(listing, generation, slot, doubles, notListed, shown));
            }
        }
        notListed.addAll(usb.notListed(modules.usable(), shown));
        Inventory inventory = new Inventory(doubles.once(), notListed);
        remember(inventory.fingerprint(), seen);
        return inventory;
    }

    private static void add(
            ModuleListing listing,
            long generation,
            SlotFacts slot,
            Doubles doubles,
            List<NotListed> notListed,
            List<String> shown) {
        TokenInfo token = slot.token();
        if (token == null) {
            return;
        }
        shown.addAll(List.of(slot.description(), token.manufacturer(), token.model()));
        SeenToken seen = new SeenToken(listing.driver(), generation, slot, token, VendorProfiles.of(token));
        if (token.has(TokenInfo.TOKEN_INITIALIZED)) {
            doubles.add(listing.module(), seen);
        } else if (isAThing(seen.profile())) {
            notListed.add(Troubles.notReady(seen));
        }
    }

    /** Software tokens show an empty place for the next one: that is not worth a word. */
    private static boolean isAThing(VendorProfile profile) {
        return !profile.recognition().manufacturers().isEmpty() && !profile.id().equals("softhsm");
    }

    private synchronized ModuleListing listing(FoundModule module) {
        Integer seconds = module.timeoutSeconds();
        Duration each = seconds == null ? ModuleEntry.ORDINARY_PATIENCE : Duration.ofSeconds(seconds);
        ModuleEntry entry = new ModuleEntry(module.name(), module.library(), each);
        ModuleListing listing = listings.computeIfAbsent(
                entry, e -> new ModuleListing(module, drivers.of(e), nanoTime, this::happened));
        if (watching != null) {
            listing.watch((driver, event) -> {
                if (event == Driver.Event.SLOTS_CHANGED) {
                    listing.forgive();
                }
                happened();
            });
        }
        return listing;
    }

    /** What the settings no longer name, or is not there any more. */
    private synchronized void forgetAllBut(List<ModuleListing> wanted) {
        listings.values().removeIf(listing -> {
            boolean unwanted = !wanted.contains(listing);
            if (unwanted) {
                listing.unwatch();
            }
            return unwanted;
        });
    }

    private synchronized void happened() {
        Watching present = watching;
        if (present != null) {
            present.happened();
        }
    }

    /** What changes without an event: modules that are installed or removed, tokens without a driver. */
    private List<String> around(Modules modules) {
        List<String> prints = new ArrayList<>(usb.fingerprint());
        modules.usable().forEach(each -> prints.add(each.toString()));
        modules.notListed().forEach(each -> prints.add(each.toString()));
        return prints;
    }

    private synchronized boolean isNews(List<String> now) {
        return !now.equals(around);
    }

    private synchronized void remember(List<String> fingerprint, List<String> seen) {
        around = seen;
        List<String> before = known;
        known = fingerprint;
        Watching present = watching;
        if (before != null && !before.equals(fingerprint) && present != null) {
            present.changed();
        }
    }

    private final class Watch implements Watching.Work {
        @Override
        public void lookAround() {
            try {
                if (isNews(around(modules())) || anyWorthAnotherTry()) {
                    take(patience);
                }
            } catch (Fault e) {
                return; // The settings are damaged: whoever asks is told.
            }
        }

        @Override
        public void look() {
            try {
                take(patience);
            } catch (Fault e) {
                return;
            }
        }

        @Override
        public void tell() {
            for (Runnable listener : listeners) {
                try {
                    listener.run();
                } catch (Fault e) {
                    // Of its own files: the others are told, and it too the next time.
                }
            }
        }

        private boolean anyWorthAnotherTry() {
            synchronized (Tokens.this) {
                return listings.values().stream().anyMatch(ModuleListing::isWorthAnotherTry);
            }
        }
    }
}
