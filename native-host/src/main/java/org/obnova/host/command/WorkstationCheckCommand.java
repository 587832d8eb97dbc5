// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.messaging.Der;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.messaging.WorkstationResult;
import org.obnova.host.messaging.WorkstationResult.Component;
import org.obnova.host.messaging.WorkstationResult.Computer;
import org.obnova.host.messaging.WorkstationResult.Planned;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.ServiceEntry;
import org.obnova.host.site.Operation;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;
import org.obnova.host.workstation.Change;
import org.obnova.host.workstation.Direction;
import org.obnova.host.workstation.Restart;
import org.obnova.host.workstation.Scope;
import org.obnova.host.workstation.SetupFile;
import org.obnova.host.workstation.Target;
import org.obnova.host.workstation.TargetState;
import org.obnova.host.workstation.Words;
import org.obnova.host.workstation.Workstation;

/** {@code workstation.check}. */
record WorkstationCheckCommand(SiteAccess access, Supplier<Workstation> workstation) {
    WorkResult run(Task task, Request.WorkstationCheck request) {
        access.require(task, request.site(), Operation.WORKSTATION);
        Workstation here = workstation.get();
        ServiceEntry service = here.service(request.service());
        ShownToPages shown = ShownToPages.of(here.root());
        List<Component> components = new ArrayList<>();
        List<Planned> plan = new ArrayList<>();
        for (Target each : here.targets(service)) {
            task.checkpoint();
            TargetState state = Workstation.check(each);
            components.add(component(each, state, task.language(), shown));
            List<Change> changes = Workstation.plan(each, Direction.INSTALL);
            if (!changes.isEmpty()) {
                plan.add(planned(each, changes, task.language(), shown));
            }
        }
        boolean forAdministrator = plan.stream().anyMatch(each -> each.scope().equals(Scope.SYSTEM.wireName()));
        return new WorkstationResult.Checked(
                here.services().stream()
                        .map(each -> service(each, task.language()))
                        .toList(),
                service.name(),
                new Computer(
                        here.root().system().wireName(),
                        System.getProperty("os.version", "?"),
                        System.getProperty("os.arch", "?")),
                components,
                plan,
                forAdministrator ? here.command(service).orElse(null) : null,
                request.file() ? file(here, service) : null,
                here.awaitedRestart(task) == Restart.COMPUTER ? Restart.COMPUTER.wireName() : null);
    }

    private static WorkstationResult.SetupFile file(Workstation here, ServiceEntry service) {
        SetupFile file = here.file(service, here.root().system());
        return new WorkstationResult.SetupFile(file.name(), Der.of(file.content()));
    }

    private static WorkstationResult.Service service(ServiceEntry entry, Language language) {
        return new WorkstationResult.Service(
                entry.name(),
                new Words(entry.titleRu(), entry.titleEn()).in(language),
                entry.origins().stream().map(Origin::ascii).toList(),
                entry.needs());
    }

    private static Component component(Target target, TargetState state, Language language, ShownToPages shown) {
        return new Component(
                target.id(),
                target.kind().wireName(),
                target.scope().wireName(),
                target.title().in(language),
                state.status().wireName(),
                null,
                shown.masked(state.detail().in(language)),
                hint(state.hint(), language, shown));
    }

    private static @Nullable String hint(@Nullable Words hint, Language language, ShownToPages shown) {
        return hint == null ? null : shown.masked(hint.in(language));
    }

    private static Planned planned(Target target, List<Change> changes, Language language, ShownToPages shown) {
        return new Planned(
                target.id(),
                target.scope().wireName(),
                changes.stream()
                        .map(each -> new WorkstationResult.Change(
                                each.kind().wireName(),
                                shown.masked(each.place()),
                                shown.masked(each.detail().in(language))))
                        .toList());
    }
}
