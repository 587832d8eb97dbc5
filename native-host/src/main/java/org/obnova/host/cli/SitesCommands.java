// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.obnova.host.json.JsonText;
import org.obnova.host.json.JsonWriter;
import org.obnova.host.settings.Origin;
import org.obnova.host.settings.SiteEntry;
import org.obnova.host.site.SiteDesk;
import org.obnova.host.site.SitePrompt;
import org.obnova.host.site.Sites;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import org.obnova.host.task.Task;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host sites list|add|remove}: which sites may ask for permissions. */
final class SitesCommands implements Callable<Integer> {
    private final Terminal terminal;
    private final CareOffer offer;

    private final CommandSpec listSpec = CommandModel.of("list", this::list).addOption(CommandModel.flag("--json"));
    private final CommandSpec addSpec = CommandModel.of("add", this::add)
            .addPositional(CommandModel.positional("ORIGIN"))
            .addOption(CommandModel.flag("--yes"));
    private final CommandSpec removeSpec =
            CommandModel.of("remove", this::remove).addPositional(CommandModel.positional("ORIGIN"));
    private final CommandSpec spec = CommandModel.of("sites", this)
            .addSubcommand("list", listSpec)
            .addSubcommand("add", addSpec)
            .addSubcommand("remove", removeSpec);

    SitesCommands(Terminal terminal, CareOffer offer) {
        this.terminal = terminal;
        this.offer = offer;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private Integer list() throws IOException {
        SiteDesk desk = offer.siteDesk().apply(this::confirm);
        boolean locked = desk.locked();
        List<Origin> own = locked
                ? List.of()
                : desk.added().stream().map(SiteEntry::origin).toList();
        List<SiteEntry> all = offer.sites().get().all();
        if (CommandModel.has(listSpec, "--json")) {
            printJson(all, own, locked);
            return 0;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(
                terminal.say("сайт", "site"),
                terminal.say("название", "name"),
                terminal.say("кем добавлен", "added by")));
        for (SiteEntry site : all) {
            String by = own.contains(site.origin())
                    ? terminal.say("вами", "you")
                    : terminal.say("Обновой или администратором", "Obnova or the administrator");
            cells.add(List.of(site.origin().ascii(), Sites.nameOf(site, terminal.language()), by));
        }
        Columns.print(cells, terminal.out());
        if (locked) {
            terminal.out().println();
            terminal.out().println(terminal.say("Список ведёт администратор.", "The administrator keeps the list."));
        }
        return 0;
    }

    private Integer add() {
        SitePrompt prompt = CommandModel.has(addSpec, "--yes") ? (task, site) -> {} : this::confirm;
        SiteEntry site = offer.siteDesk().apply(prompt).add(task(), CommandModel.given(addSpec));
        terminal.out()
                .println(terminal.say("В списке: ", "In the list: ")
                        + site.origin().ascii());
        return 0;
    }

    private Integer remove() {
        String origin = CommandModel.given(removeSpec);
        boolean removed = offer.siteDesk().apply(this::confirm).remove(origin);
        if (removed) {
            // A host that runs in a browser reads the consents anew for each request.
            String ascii = Origin.parseInternational(origin).map(Origin::ascii).orElse(origin);
            offer.consents().get().revoke(ascii, null);
        }
        terminal.out()
                .println(
                        removed
                                ? terminal.say("Убран вместе с разрешениями.", "Removed, with its consents.")
                                : terminal.say("Такого сайта в списке нет.", "There is no such site in the list."));
        return 0;
    }

    /** In the terminal what the window would show. */
    private void confirm(Task task, SitePrompt.Newcomer site) {
        terminal.out().println(site.origin().ascii());
        if (!site.origin().ascii().contains(site.address())) {
            terminal.out().println(terminal.say("Читается как: ", "It reads: ") + site.address());
        }
        for (SitePrompt.Doubt doubt : site.doubts()) {
            terminal.out().println(terminal.say("Внимание: ", "Take care: ") + words(doubt, site));
        }
        Confirmation.require(terminal, terminal.say("Добавить этот сайт?", "Add this site?"));
    }

    private String words(SitePrompt.Doubt doubt, SitePrompt.Newcomer site) {
        return switch (doubt) {
            case MIXED_LETTERS ->
                terminal.say(
                        "в адресе смешаны буквы разных алфавитов.", "the address mixes letters of several alphabets.");
            case FOREIGN_LETTERS ->
                terminal.say(
                        "адрес написан буквами не того алфавита, каким читается.",
                        "the address is written in another alphabet than it reads.");
            case LOOKS_LIKE_LISTED ->
                terminal.say("адрес похож на ", "the address looks like ")
                        + site.resembled()
                        + terminal.say(", но это другой сайт.", ", but it is another site.");
            case NUMBERS -> terminal.say("это числовой адрес без имени.", "this is a number without a name.");
        };
    }

    private RunningTask task() {
        return new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
    }

    private void printJson(List<SiteEntry> all, List<Origin> own, boolean locked) throws IOException {
        try (JsonWriter out = JsonText.writer(terminal.out())) {
            out.writeStartObject();
            out.writeBooleanField("locked", locked);
            out.writeArrayFieldStart("sites");
            for (SiteEntry site : all) {
                out.writeStartObject();
                out.writeStringField("origin", site.origin().ascii());
                out.writeStringField("name", Sites.nameOf(site, terminal.language()));
                out.writeBooleanField("own", own.contains(site.origin()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeLineEnd();
        }
    }
}
