// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.function.Function;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.secret.Secret;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/**
 * Opens containers with the passwords that the person enters. A wrong one is asked again, in the window, until the person cancels; the
 * host never tries one by itself.
 */
public final class ContainerPasswords {
    private final PasswordPrompt prompt;

    /** Asks through this port. */
    public ContainerPasswords(PasswordPrompt prompt) {
        this.prompt = prompt;
    }

    /**
     * The opened key; the caller closes it. Nobody is asked where the empty password opens it.
     *
     * @throws Fault {@code CANCELLED}, {@code CONTAINER_DAMAGED}, {@code CONTAINER_NEWER}, {@code STORAGE_FAILED}
     */
    public SigningKey open(Task task, KeyContainer container, PasswordPrompt.Purpose purpose) {
        return ask(task, container, purpose, container::unlock);
    }

    /**
     * A password that has opened the container; the caller closes it.
     *
     * @throws Fault as {@link #open}
     */
    public Secret password(Task task, KeyContainer container, PasswordPrompt.Purpose purpose) {
        return ask(task, container, purpose, password -> {
            container.unlock(password).close();
            return password.duplicate();
        });
    }

    private <T> T ask(Task task, KeyContainer container, PasswordPrompt.Purpose purpose, Function<Secret, T> use) {
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
