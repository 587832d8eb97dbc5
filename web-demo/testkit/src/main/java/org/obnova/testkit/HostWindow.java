// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.util.Arrays;
import java.util.Optional;

/** The host's windows, told apart by their titles, in Russian and English. */
public enum HostWindow {
    CONSENT_CERTIFICATES("Разрешить сайту увидеть ваши сертификаты?"),
    CONSENT_STORAGES("Разрешить сайту увидеть ваши носители?"),
    CONSENT_RENEW("Разрешить сайту обновить сертификат?"),
    CONSENT_SIGN("Разрешить сайту присылать документы на подпись?"),
    CONSENT_BACKUP("Разрешить сайту начать резервное копирование?"),
    CONSENT_DECRYPT("Разрешить сайту присылать документы на расшифрование?"),
    CONSENT_WORKSTATION("Разрешить сайту проверить и настроить этот компьютер?"),
    CONSENT_DIAGNOSTICS("Разрешить сайту проверить этот компьютер?"),
    SITE("Добавить сайт в список Обновы?"),
    STATEMENT("Подпись заявления"),
    RECEIPT("Подпись расписки"),
    AUTHENTICATION("Вход по сертификату"),
    STORAGE("Где хранить новый ключ?"),
    BACKUP_STORAGE("Куда записать резервную копию?"),
    PASSWORD("Введите пароль ключа"),
    NEW_PASSWORD("Пароль для нового ключа"),
    BACKUP_PASSWORD("Пароль для резервной копии"),
    ENTROPY("Датчик случайных чисел"),
    PIN("Введите PIN-код токена"),
    LAST_TRY("Осталась последняя попытка"),
    LAST_PIN("Последняя попытка: введите PIN-код"),
    PIN_LOCKED("PIN-код заблокирован"),
    FACTORY_PIN("Сменить заводской PIN-код?"),
    CHANGE_PIN("Смена PIN-кода токена"),
    PIN_PAD("Введите PIN-код на устройстве"),
    FOUND_KEY("Продолжить с ключом, который уже есть?"),
    ABANDON("Отказаться от обновления сертификата?"),
    IMPORT_SOURCE("Откуда взять ключ?"),
    IMPORT_CONTENTS("Что сделать с ключом?"),
    IMPORT_STORAGE("Куда скопировать ключ?"),
    IMPORT_PASSWORD("Пароль для скопированного ключа"),
    EXPORT_TARGET("Куда сохранить ключ?"),
    EXPORT_PASSWORD("Пароль для файла с ключом"),
    CHANGED_PASSWORD("Новый пароль ключа"),
    ARCHIVE_PASSWORD("Пароль для архива сертификатов"),
    DECRYPT("Расшифровать документ?"),
    PROGRAMS("Сертификат установлен"),
    OTHER_PROGRAMS("Передать сертификат другим программам?"),
    PROGRAM_PASSWORD("Введите основной пароль программы");

    static final String PREFIX = "Обнова: ";

    private final String heading;

    HostWindow(String heading) {
        this.heading = heading;
    }

    /** The window of a title. */
    static Optional<HostWindow> ofTitle(String title) {
        return Arrays.stream(values())
                .filter(window -> title.equals(PREFIX + window.heading))
                .findFirst();
    }
}
