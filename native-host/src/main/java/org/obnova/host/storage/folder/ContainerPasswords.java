// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.folder;

import java.util.function.Function;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/**
 * Opens containers with the passwords that the person enters. A wrong one is asked again, in the window, until the person cancels; the
 * host never tries one by itself.
 */
final class ContainerPasswords {
    private final PasswordPrompt prompt;

    ContainerPasswords(PasswordPrompt prompt) {
        this.prompt = prompt;
    }

    /**
     * The opened key; the caller closes it. Nobody is asked where the empty password opens it.
     *
     * @throws Fault {@code CANCELLED}, {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER}, {@code STORAGE_FAILED}
     */
    SoftwareKey open(Task task, PasswordContainer container, Purpose purpose) {
        return ask(task, container, purpose, container::unlock);
    }

    /**
     * A password that has opened the container; the caller closes it.
     *
     * @throws Fault as {@link #open}
     */
    Secret password(Task task, PasswordContainer container, Purpose purpose) {
        return ask(task, container, purpose, password -> {
            container.unlock(password).close();
            return password.duplicate();
        });
    }

    /**
     * A new password, which may be empty; the caller closes it.
     *
     * @throws Fault {@code CANCELLED}
     */
    Secret fresh(Task task, KeyStorage storage, String label, Purpose purpose) {
        task.waiting(Step.PASSWORD);
        return prompt.fresh(task, new PasswordPrompt.Question(storage.label(task.language()), label, purpose, 0));
    }

    private <T> T ask(Task task, PasswordContainer container, Purpose purpose, Function<Secret, T> use) {
        if (!container.needsPassword()) {
            try (Secret empty = Secret.empty()) {
                return use.apply(empty);
            }
        }
        for (int wrong = 0; ; wrong++) {
            task.waiting(Step.PASSWORD);
            PasswordPrompt.Question question = new PasswordPrompt.Question(
                    container.storage().label(task.language()), container.label(), purpose, wrong);
            try (Secret password = prompt.existing(task, question)) {
                return use.apply(password);
            } catch (Fault e) {
                if (e.code() != ErrorCode.WRONG_PASSWORD) {
                    throw e;
                }
            }
        }
    }
}
