// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Reason;
import org.obnova.host.storage.NotListed.Text;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StoragePrompt.Offer;
import org.obnova.host.storage.StoragePrompt.Offers;
import org.obnova.host.storage.StoragePrompt.Watch;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.TokenFacts.Manner;

/** Media that come and go as the test says, by their names. */
final class SampleOffers implements Offers {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Offer> media = List.of();
    private volatile List<NotListed> notListed = List.of();

    private SampleOffers() {}

    /** What is there when the window opens. */
    static SampleOffers of(String window) {
        SampleOffers offers = new SampleOffers();
        offers.become(
                window.endsWith("tokens")
                        ? new String[] {"computer", "rutoken", "lite", "locked", "full", "no-driver", "crashed"}
                        : new String[] {"computer", "kingston", "archive"});
        return offers;
    }

    /** What is there from now on. */
    void become(String... names) {
        List<Offer> there = new ArrayList<>();
        List<NotListed> missing = new ArrayList<>();
        for (String name : names) {
            Offer offer = offer(name);
            if (offer != null) {
                there.add(offer);
            } else {
                missing.add(missing(name));
            }
        }
        media = List.copyOf(there);
        notListed = List.copyOf(missing);
        listeners.forEach(Runnable::run);
    }

    private static @Nullable Offer offer(String name) {
        return switch (name) {
            case "computer" ->
                new Offer(
                        SampleStorage.of("Этот компьютер", "This computer", StorageKind.COMPUTER, StorageState.READY),
                        null);
            case "kingston" ->
                new Offer(
                        SampleStorage.of(
                                "Флешка KINGSTON", "Drive KINGSTON", StorageKind.REMOVABLE, StorageState.READY),
                        null);
            case "archive" ->
                new Offer(
                        SampleStorage.of(
                                "Флешка ARCHIVE", "Drive ARCHIVE", StorageKind.REMOVABLE, StorageState.READ_ONLY),
                        "защищён от записи: снимите защиту на корпусе");
            case "rutoken" ->
                new Offer(SampleStorage.token("Рутокен ЭЦП 3.0 «Бухгалтерия»", Manner.ACTIVE, PinState.FACTORY), null);
            case "lite" -> new Offer(SampleStorage.token("Рутокен Lite «Запасной»", Manner.PASSIVE, PinState.OK), null);
            case "locked" -> new Offer(SampleStorage.token("JaCarta-2 ГОСТ", Manner.ACTIVE, PinState.LOCKED), null);
            case "full" ->
                new Offer(SampleStorage.token("ESMART Token", Manner.PASSIVE, PinState.OK), "нет свободного места");
            default -> null;
        };
    }

    private static NotListed missing(String name) {
        return switch (name) {
            case "no-driver" ->
                new NotListed(
                        Reason.NO_DRIVER,
                        "JaCarta",
                        new Text(
                                "токен вставлен, но его драйвер не установлен.",
                                "it is plugged in, but its driver is not installed."),
                        new Text(
                                "Установите «Единый клиент JaCarta» с сайта производителя.",
                                "Install “JaCarta Unified Client” from its maker’s site."));
            case "crashed" ->
                new NotListed(
                        Reason.CRASHED,
                        "librtpkcs11ecp.so",
                        new Text("драйвер аварийно завершился.", "the driver crashed."),
                        new Text(
                                "Выньте токен и вставьте снова. Если не поможет, обновите драйвер.",
                                "Pull the token out and insert it again. If that does not help, update the driver."));
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public List<Offer> list() {
        return media;
    }

    @Override
    public List<NotListed> notListed() {
        return notListed;
    }

    @Override
    public Watch onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
