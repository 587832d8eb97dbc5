// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.host.settings.ModuleSetting;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.token.module.Modules.LeftOut;

/**
 * Finds PKCS#11 modules without loading any. What the settings name comes first, then the vendors' usual places, then p11-kit's configurations; the
 * same file is taken once, under its first name. Of a vendor's several copies the first that fits this processor is enough.
 */
public final class ModuleSearch {
    private final Surroundings surroundings;

    private @Nullable List<Candidate> usualPlaces;

    /** Looks around there. */
    public ModuleSearch(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Looks anew.
     *
     * @param named the modules that the settings name
     * @param known whether the usual places and p11-kit's configurations are looked at too
     */
    public Modules search(List<ModuleSetting> named, boolean known) {
        List<Candidate> candidates = new ArrayList<>();
        for (ModuleSetting module : named) {
            candidates.add(candidate(module));
        }
        List<LeftOut> leftOut = new ArrayList<>();
        if (known) {
            candidates.addAll(usualPlaces());
            P11KitConfigurations configurations = new P11KitConfigurations(surroundings);
            candidates.addAll(configurations.candidates());
            leftOut.addAll(configurations.leftOut());
        }
        Pass pass = new Pass();
        candidates.forEach(pass::take);
        return pass.modules(leftOut);
    }

    /** Read once: they change with the program only. */
    private synchronized List<Candidate> usualPlaces() {
        List<Candidate> read = usualPlaces;
        if (read == null) {
            read = KnownModules.candidates(surroundings);
            usualPlaces = read;
        }
        return read;
    }

    private static Candidate candidate(ModuleSetting module) {
        String name = module.name();
        return new Candidate(
                name == null ? String.valueOf(module.path().getFileName()) : name,
                module.path(),
                null,
                module.timeoutSeconds(),
                true,
                module.personal(),
                false);
    }

    /** One look at all candidates. */
    private final class Pass {
        private final Map<Path, FoundModule> usable = new LinkedHashMap<>();
        private final List<NotListed> notListed = new ArrayList<>();
        private final Set<String> served = new HashSet<>();
        private final Map<String, NotListed> unfit = new HashMap<>();
        private final Set<Path> refused = new HashSet<>();

        void take(Candidate candidate) {
            String group = candidate.group();
            if (group != null && served.contains(group)) {
                return;
            }
            if (!candidate.expected() && Files.notExists(candidate.path())) {
                return; // As most usual places are; the long look would take a hundred times as long.
            }
            switch (new Custody(surroundings.person(), candidate.personal()).of(candidate.path())) {
                case Custody.Finding.Kept(Path real) -> take(candidate, real);
                case Custody.Finding.Open(Path where) -> refuse(candidate, Reasons.open(candidate, where));
                case Custody.Finding.Unknown() -> refuse(candidate, Reasons.unknownCustody(candidate));
                case Custody.Finding.Missing() -> {
                    if (candidate.expected()) {
                        notListed.add(Reasons.missing(candidate));
                    }
                }
            }
        }

        private void take(Candidate candidate, Path real) {
            FoundModule there = usable.get(real);
            if (there != null) {
                boolean smartCard = there.smartCard() || candidate.smartCard();
                usable.put(real, new FoundModule(there.name(), real, there.timeoutSeconds(), smartCard));
            } else {
                NotListed unfitting = unfitting(candidate, real).orElse(null);
                if (unfitting != null) {
                    refuse(candidate, unfitting);
                    return;
                }
                usable.put(
                        real,
                        new FoundModule(candidate.name(), real, candidate.timeoutSeconds(), candidate.smartCard()));
            }
            String group = candidate.group();
            if (group != null) {
                served.add(group);
                unfit.remove(group);
            }
        }

        /** A copy for another processor beside the right one is what installers do: it is told only where no copy fits. */
        private void refuse(Candidate candidate, NotListed why) {
            String group = candidate.group();
            if (group != null) {
                unfit.putIfAbsent(group, why);
            } else if (refused.add(candidate.path())) {
                notListed.add(why);
            }
        }

        Modules modules(List<LeftOut> leftOut) {
            notListed.addAll(unfit.values());
            return new Modules(List.copyOf(usable.values()), notListed, leftOut);
        }
    }

    private Optional<NotListed> unfitting(Candidate candidate, Path real) {
        try {
            LibraryFile library = LibraryFile.read(real).orElse(null);
            if (library == null || library.format() != surroundings.system().format()) {
                return Optional.of(Reasons.noLibrary(candidate));
            }
            return library.processors().contains(surroundings.processor())
                    ? Optional.empty()
                    : Optional.of(Reasons.wrongProcessor(candidate, library.processors(), surroundings.processor()));
        } catch (IOException e) {
            return Optional.of(Reasons.noLibrary(candidate));
        }
    }
}
