// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import org.obnova.host.fault.Fault;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Reason;
import org.obnova.host.storage.NotListed.Text;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.task.Language;

/** Why a module's tokens are not listed, in words for the person. */
final class Troubles {
    private static final Text REINSTALL = new Text(
            "Установите последнюю версию драйвера с сайта производителя токена. Другие носители работают.",
            "Install the driver's newest version from the site of the token's vendor. Other media work.");

    private Troubles() {}

    /** The driver has not answered yet. */
    static NotListed starting(String module) {
        return new NotListed(
                Reason.HANGING,
                module,
                new Text(
                        "Драйвер ещё не ответил: он запускается или занят.",
                        "The driver has not answered yet: it is starting or busy."),
                new Text(
                        "Подождите: список обновится сам. Если этого не случится, выньте токен и вставьте снова.",
                        "Wait: the list is refreshed by itself. If it is not, pull the token out and insert it again."));
    }

    /** A call to the driver failed. */
    static NotListed of(String module, Fault fault) {
        return switch (fault.code()) {
            case DRIVER_CRASHED ->
                new NotListed(
                        Reason.CRASHED,
                        module,
                        new Text("Драйвер аварийно завершился.", "The driver crashed."),
                        REINSTALL);
            case DRIVER_HANGS ->
                new NotListed(
                        Reason.HANGING,
                        module,
                        new Text("Драйвер завис и был остановлен.", "The driver hung and was stopped."),
                        REINSTALL);
            default -> refused(module, String.valueOf(fault.getMessage()));
        };
    }

    /** The driver refused by itself. */
    static NotListed of(String module, CkrException refusal) {
        return refused(module, String.valueOf(refusal.getMessage()));
    }

    private static NotListed refused(String module, String detail) {
        return new NotListed(
                Reason.REFUSED,
                module,
                new Text("Драйвер не запустился (" + detail + ").", "The driver did not start (" + detail + ")."),
                REINSTALL);
    }

    /** A vendor's token that nobody has prepared for use. */
    static NotListed notReady(SeenToken seen) {
        return new NotListed(
                Reason.REFUSED,
                seen.label(Language.RU),
                new Text(
                        "Токен не подготовлен к работе: на нём не заданы метка и PIN-коды.",
                        "The token is not prepared for use: it has neither a label nor PINs."),
                new Text(
                        "Подготовьте (отформатируйте) токен в программе его производителя или обратитесь в сервисный центр.",
                        "Prepare (format) the token in its vendor's program, or contact the service centre."));
    }
}
