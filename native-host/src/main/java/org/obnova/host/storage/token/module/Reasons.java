// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Reason;
import org.obnova.host.storage.NotListed.Text;

/** Why a module cannot be used, in words for the person. */
final class Reasons {
    private Reasons() {}

    static NotListed missing(Candidate candidate) {
        return new NotListed(
                Reason.MISSING,
                candidate.name(),
                new Text(
                        "Файла драйвера нет: " + candidate.path() + ".",
                        "The driver's file is not there: " + candidate.path() + "."),
                new Text(
                        "Установите драйвер заново или исправьте путь в настройках Обновы (modules).",
                        "Install the driver again, or correct the path in Obnova's settings (modules)."));
    }

    static NotListed open(Candidate candidate, Path where) {
        return new NotListed(
                Reason.REFUSED,
                candidate.name(),
                new Text(
                        "Драйвер не загружен: его может подменить другой пользователь (" + where + ").",
                        "The driver was not loaded: another user could replace it (" + where + ")."),
                new Text(
                        "Установите драйвер в системную папку или запретите другим запись в эту папку и этот файл.",
                        "Install the driver in a system folder, or forbid others to write to this folder and file."));
    }

    static NotListed unknownCustody(Candidate candidate) {
        return new NotListed(
                Reason.REFUSED,
                candidate.name(),
                new Text(
                        "Драйвер не загружен: на этой системе нельзя проверить, кто может его подменить.",
                        "The driver was not loaded: this system does not tell who could replace it."),
                new Text(
                        "Попросите администратора указать этот драйвер в общих настройках Обновы.",
                        "Ask the administrator to name this driver in Obnova's settings for everybody."));
    }

    static NotListed noLibrary(Candidate candidate) {
        return new NotListed(
                Reason.REFUSED,
                candidate.name(),
                new Text(
                        "Файл не является библиотекой этой системы: " + candidate.path() + ".",
                        "The file is no library of this system: " + candidate.path() + "."),
                new Text(
                        "Установите драйвер для вашей системы или исправьте путь в настройках Обновы (modules).",
                        "Install the driver made for your system, or correct the path in Obnova's settings (modules)."));
    }

    static NotListed wrongProcessor(Candidate candidate, Set<Processor> processors, Processor ours) {
        String theirs = processors.stream().map(Processor::label).sorted().collect(Collectors.joining(", "));
        return new NotListed(
                Reason.WRONG_ARCHITECTURE,
                candidate.name(),
                new Text(
                        "Драйвер сделан для другого процессора: " + theirs + ", а нужен " + ours.label() + ".",
                        "The driver is made for another processor: " + theirs + "; " + ours.label() + " is needed."),
                new Text(
                        "Установите драйвер для " + ours.label() + " с сайта производителя токена.",
                        "Install the driver for " + ours.label() + " from the site of the token's vendor."));
    }
}
