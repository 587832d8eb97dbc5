// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.personalstore.nss.NssProcess;
import org.obnova.host.personalstore.nss.NssRoots;
import org.obnova.host.platform.DurableFiles;
import org.obnova.host.platform.FileActions;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.settings.ServiceEntry;
import org.obnova.host.settings.Settings;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;
import org.obnova.host.workstation.registry.RegistryProgram;

/** Checks this computer for a service, and sets it up: one target after the other, under a lock over all hosts and command lines. */
public final class Workstation {
    private final SystemRoot root;
    private final Supplier<Settings> settings;
    private final Path runtime;
    private final Targets targets;
    private final RestartNote note;

    /**
     * @param settings read anew for each request
     * @param launcher the host's program as the computer names it; empty where this is no installed host
     * @param extensions the ids of those that may use the host, ours first; read anew for each request
     * @param nss calls NSS
     * @param runtime the person's folder of locks
     */
    public Workstation(
            SystemRoot root,
            Supplier<Settings> settings,
            Optional<Path> launcher,
            Supplier<List<String>> extensions,
            NssProcess nss,
            Path runtime) {
        this(root, settings, launcher, extensions, nss, runtime, new ProcessTools());
    }

    /** With other programs of the system. */
    Workstation(
            SystemRoot root,
            Supplier<Settings> settings,
            Optional<Path> launcher,
            Supplier<List<String>> extensions,
            NssProcess nss,
            Path runtime,
            SystemTools tools) {
        this.root = root;
        this.settings = settings;
        this.runtime = runtime;
        this.targets = new Targets(
                root,
                launcher,
                () -> Extensions.of(extensions.get()),
                new NssRoots(nss),
                tools,
                surroundings(tools, root.state().resolve("obnova/workstation.json"), "rw-------", "rwx------"),
                surroundings(tools, root.at("/var/lib/obnova/workstation.json"), "rw-r--r--", "rwxr-xr-x"));
        this.note = new RestartNote(
                root.state().resolve("obnova/restart.json"),
                new DurableFiles(FileActions.named("rw-------", "rwx------")),
                new BootId(root, tools),
                InstalledProvider.at(root));
    }

    private Surroundings surroundings(SystemTools tools, Path record, String fileMode, String folderMode) {
        DurableFiles files = new DurableFiles(FileActions.named(fileMode, folderMode));
        Ledger ledger = new Ledger(record, files);
        RegistryProgram registry = new RegistryProgram(WindowsTargets.program(root, "reg.exe"), tools::run);
        return new Surroundings(root, new KeptFiles(ledger, files), new KeptKeys(ledger, registry), ledger);
    }

    /** Where it works. */
    public SystemRoot root() {
        return root;
    }

    /** Those that a computer can be set up for. */
    public List<ServiceEntry> services() {
        return settings.get().services();
    }

    /**
     * One of them.
     *
     * @param name null: the first
     * @throws Fault {@code SERVICE_UNKNOWN}
     */
    public ServiceEntry service(@Nullable String name) {
        return services().stream()
                .filter(each -> name == null || each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(ErrorCode.SERVICE_UNKNOWN, "no such service in the settings"));
    }

    /** What can be set up for the service on this computer; nothing is changed by asking. */
    public List<Target> targets(ServiceEntry service) {
        return targets.of(service);
    }

    /** The person's, each to be changed by itself under the lock: for who mends one finding. */
    public List<PersonalTarget> personal(ServiceEntry service) {
        return targets(service).stream()
                .filter(each -> each.scope() == Scope.USER)
                .map(each -> new PersonalTarget(each, lock(Scope.USER), () -> requireOwnHome(Scope.USER)))
                .toList();
    }

    /** As {@link Target#check}; what cannot be read is {@code UNKNOWN}. */
    public static TargetState check(Target target) {
        try {
            return target.check();
        } catch (Fault e) {
            String place = e.values().getOrDefault("place", target.id());
            return TargetState.of(
                    Status.UNKNOWN, "Не удалось проверить: " + place + ".", "Cannot be checked: " + place + ".");
        }
    }

    /** As {@link Target#plan}; of what cannot be read there is none. */
    public static List<Change> plan(Target target, Direction direction) {
        try {
            return target.plan(direction);
        } catch (Fault e) {
            return List.of();
        }
    }

    /** The same plan as a file for any computer of this system. */
    public SetupFile file(ServiceEntry service, OperatingSystem system) {
        return targets.file(service, system);
    }

    /** What the administrator runs for the targets of everybody; empty where no package is installed: as administrator nobody should start what one person can change. */
    public Optional<String> command(ServiceEntry service) {
        return Launcher.isEverybodys(root, Launcher.PACKAGED)
                ? Optional.of("sudo obnova-host workstation install --system --service " + service.name())
                : Optional.empty();
    }

    /**
     * Installs or uninstalls; what fails does not keep the others from being done.
     *
     * @param ids which; empty: all of this scope that have something to do
     * @throws Fault {@code TARGET_UNKNOWN}, {@code ADMINISTRATOR_NEEDED} where one of the ids is of the other scope: nothing is done then; {@code CANCELLED} between two targets: what was done stays
     */
    public List<Outcome> change(Task task, ServiceEntry service, Set<String> ids, Scope scope, Direction direction) {
        return change(task, chosen(targets(service, scope, direction), ids, scope), scope, direction);
    }

    /** What {@link #change} would look at: undoing, also what was set up for browsers, profiles and services that are not there any more. */
    public List<Target> targets(ServiceEntry service, Scope scope, Direction direction) {
        List<Target> all = new ArrayList<>(targets(service));
        if (direction == Direction.UNINSTALL) {
            all.addAll(targets.leftovers(all, scope));
        }
        return all;
    }

    /** What the record of setup alone tells of this scope: it can be undone without settings and services. */
    public List<Target> recorded(Scope scope) {
        return targets.leftovers(List.of(), scope);
    }

    /**
     * Takes all of them back.
     *
     * @throws Fault {@code SETUP_RECORD_DAMAGED}; {@code CANCELLED} between two targets: what was done stays
     */
    public List<Outcome> undo(Task task, Scope scope) {
        return change(task, recorded(scope), scope, Direction.UNINSTALL);
    }

    private List<Outcome> change(Task task, List<Target> chosen, Scope scope, Direction direction) {
        requireOwnHome(scope);
        List<Outcome> outcomes = new ArrayList<>();
        try (InterProcessLock _ = InterProcessLock.acquire(lock(scope), task)) {
            int done = 0;
            for (Target each : chosen) {
                task.checkpoint();
                task.progress(Step.WORKSTATION, done++, chosen.size());
                outcomes.add(change(task, each, direction));
            }
            if (!chosen.isEmpty()) {
                task.progress(Step.WORKSTATION, done, chosen.size());
            }
        }
        return List.copyOf(outcomes);
    }

    private void requireOwnHome(Scope scope) {
        if (scope == Scope.USER && root.isForeignHome()) {
            throw new Fault(
                    ErrorCode.FOREIGN_HOME,
                    "root in another's home",
                    Map.of("place", root.home().toString()),
                    null);
        }
    }

    private static Outcome change(Task task, Target target, Direction direction) {
        Fault fault = null;
        try (Task.Uncancellable _ = task.writing()) {
            switch (direction) {
                case INSTALL -> target.install();
                case UNINSTALL -> target.uninstall();
            }
        } catch (Fault e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            fault = e;
        }
        return new Outcome(target, check(target), fault);
    }

    private static List<Target> chosen(List<Target> all, Set<String> ids, Scope scope) {
        for (String id : ids) {
            Target named = all.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Fault(ErrorCode.TARGET_UNKNOWN, "no such target on this computer"));
            if (named.scope() != scope) {
                throw new Fault(ErrorCode.ADMINISTRATOR_NEEDED, "a target of the other scope");
            }
        }
        return all.stream()
                .filter(each -> each.scope() == scope && (ids.isEmpty() || ids.contains(each.id())))
                .toList();
    }

    /** What must be started anew after these. */
    public static Restart restart(List<Outcome> outcomes) {
        boolean any = outcomes.stream()
                .anyMatch(each -> each.fault() == null
                        && (each.target().kind() == TargetKind.POLICY
                                || each.target().kind() == TargetKind.ROOTS));
        return any ? Restart.BROWSER : Restart.NONE;
    }

    /**
     * Whether the computer has to be restarted before this person's setup counts. What it has seen it keeps in a file of Obnova's own; nothing else is changed.
     *
     * @throws Fault {@code CANCELLED}
     */
    public Restart awaitedRestart(Task task) {
        if (root.isForeignHome()) {
            return Restart.NONE;
        }
        try (InterProcessLock _ = InterProcessLock.acquire(lock(Scope.USER), task)) {
            return note.look();
        }
    }

    private Path lock(Scope scope) {
        return switch (scope) {
            case USER -> runtime.resolve("workstation.lock");
            case SYSTEM -> root.at("/run/obnova-workstation.lock");
        };
    }
}
