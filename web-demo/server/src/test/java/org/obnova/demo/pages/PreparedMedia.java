// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.openqa.selenium.chrome.ChromeDriver;

/** Media as the host tells of them (storages.list), for {@code extension.js}. */
final class PreparedMedia {
    static final String COMPUTER = """
            {"id": "computer", "kind": "computer", "label": "Этот компьютер", "state": "ready"}""";
    static final String ACTIVE = token("ecp", "rutoken-ecp", "Рутокен ЭЦП 3.0 «Бухгалтерия»", "active", "ok", 2, 2);
    static final String FACTORY = token("new", "rutoken-ecp", "Рутокен ЭЦП 2.0 «Новый»", "active", "factory", 2, 3);
    static final String LITE = token("lite", "rutoken-lite", "Рутокен Lite «Отчётность»", "passive", "ok", 1, 3);
    static final String LOCKED = token("locked", "jacarta-lt", "JaCarta LT «Запас»", "passive", "locked", 1, 3);
    static final String LAST_TRY = token("last", "jacarta-lt", "JaCarta LT «Касса»", "passive", "last-try", 1, 1);
    static final String ESMART = token("esmart", "esmart", "ESMART Token", "passive", "ok", 1, 3);
    static final String FOREIGN = """
            {"id": "foreign", "kind": "token", "label": "YubiKey 5", "state": "ready", "product": "yubikey", "manner": "active",
             "pin": "ok", "pinEntries": {"least": 2, "most": 2}, "algorithms": ["ec-p256", "rsa-3072"]}""";
    static final String FULL = """
            {"id": "full", "kind": "token", "label": "Рутокен S", "state": "full", "product": "rutoken-s", "manner": "passive",
             "pin": "low", "pinEntries": {"least": 1, "most": 3}, "algorithms": ["gost2012-256"]}""";
    static final String NO_DRIVER = """
            {"name": "JaCarta", "reason": "no-driver", "message": "Токен подключён, но его драйвер не установлен.",
             "hint": "Установите «Единый Клиент JaCarta» с сайта производителя."}""";

    private PreparedMedia() {}

    private static String token(
            String id, String product, String label, String manner, String pin, int least, int most) {
        return """
                {"id": "%s", "kind": "token", "label": "%s", "state": "ready", "product": "%s", "manner": "%s", "pin": "%s",
                 "pinEntries": {"least": %d, "most": %d}, "algorithms": ["gost2012-256", "gost2012-512"]}""".formatted(id, label, product, manner, pin, least, most);
    }

    /** Has exactly these media at hand from now on; a page that listens is told. */
    static void plug(ChromeDriver browser, String... storages) {
        browser.executeScript("window.plug(JSON.parse(arguments[0]))", list(List.of(storages)));
    }

    /** As {@link #plug}, with something that cannot be used beside them. */
    static void plugBeside(ChromeDriver browser, String notListed, String... storages) {
        browser.executeScript(
                "window.plug(JSON.parse(arguments[0]), JSON.parse(arguments[1]))",
                list(List.of(storages)),
                list(List.of(notListed)));
    }

    private static String list(List<String> entries) {
        return entries.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
