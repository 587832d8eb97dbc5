// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import org.obnova.host.task.Language;
import org.obnova.host.task.Step;

/** What a page may show while it waits. */
final class StepTexts {
    private StepTexts() {}

    static String of(Step step, Language language) {
        return switch (language) {
            case RU -> russian(step);
            case EN -> english(step);
        };
    }

    private static String russian(Step step) {
        return switch (step) {
            case CONSENT -> "Разрешение для сайта";
            case CHOOSE_STORAGE -> "Выбор носителя";
            case PASSWORD -> "Пароль контейнера";
            case PIN -> "PIN-код токена";
            case SHOW_DOCUMENT -> "Просмотр документа";
            case ENTROPY -> "Датчик случайных чисел";
            case GENERATE_KEY -> "Создание ключа";
            case MAKE_REQUEST -> "Запрос на сертификат";
            case SIGN -> "Подпись";
            case VERIFY -> "Проверка";
            case WRITE -> "Запись на носитель";
            case READ_BACK -> "Проверка записи";
            case COPY -> "Резервная копия";
            case DECRYPT -> "Расшифрование документа";
            case WORKSTATION -> "Настройка компьютера";
            case DIAGNOSTICS -> "Проверка компьютера";
        };
    }

    private static String english(Step step) {
        return switch (step) {
            case CONSENT -> "Permission for the site";
            case CHOOSE_STORAGE -> "Choice of the medium";
            case PASSWORD -> "Password of the container";
            case PIN -> "PIN of the token";
            case SHOW_DOCUMENT -> "Reading of the document";
            case ENTROPY -> "Random number sensor";
            case GENERATE_KEY -> "Making the key";
            case MAKE_REQUEST -> "Certificate request";
            case SIGN -> "Signature";
            case VERIFY -> "Check";
            case WRITE -> "Writing to the medium";
            case READ_BACK -> "Check of what was written";
            case COPY -> "Backup";
            case DECRYPT -> "Decrypting the document";
            case WORKSTATION -> "Setting up the computer";
            case DIAGNOSTICS -> "Checking the computer";
        };
    }
}
