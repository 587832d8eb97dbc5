// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.task.Task;

/**
 * Asks in the terminal about giving a renewal up.
 *
 * @param removes whether the key shall be removed, where it is at hand
 * @param confirmed whether the person has said yes beforehand; the question is printed all the same
 */
record AbandonQuestion(Terminal terminal, boolean removes, boolean confirmed) implements AbandonPrompt {
    @Override
    public Answer ask(Task task, Question question) {
        terminal.out()
                .println(terminal.say("Сайт: ", "Site: ") + question.origin()
                        + terminal.say(", заявка: ", ", application: ") + question.application() + ", "
                        + RenewalsTable.state(terminal, question.state()));
        KeyContainer key = question.key();
        if (key != null) {
            terminal.out()
                    .println(terminal.say("Новый ключ: ", "New key: ") + key.label() + ", "
                            + key.storage().label(terminal.language()) + ": "
                            + (removes
                                    ? terminal.say(
                                            "будет удалён, восстановить его нельзя",
                                            "will be removed and cannot be brought back")
                                    : terminal.say("останется", "stays")));
        } else if (question.keyElsewhere()) {
            terminal.out()
                    .println(terminal.say(
                            "Носитель с новым ключом не подключён: ключ останется на нём.",
                            "The medium with the new key is not connected: the key stays on it."));
        }
        terminal.out()
                .println(terminal.say(
                        "Прежние ключ и сертификат останутся на месте.",
                        "The earlier key and certificate stay in place."));
        if (!confirmed) {
            Confirmation.require(terminal, terminal.say("Отказаться от обновления?", "Give the renewal up?"));
        }
        return removes && key != null ? Answer.REMOVE_KEY : Answer.KEEP_KEY;
    }
}
