// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.settings.ModuleSetting;
import org.obnova.host.settings.Settings;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Reason;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.token.module.Processor;
import org.obnova.host.storage.token.module.Surroundings;
import org.obnova.host.storage.token.wire.SlotFacts;
import org.obnova.host.storage.token.wire.TokenInfo;
import org.obnova.host.task.Language;

class TokensTest {
    private static final SlotFacts RUTOKEN =
            FakeDrivers.slot(1, "Aktiv Rutoken ECP 00 00", "Aktiv Co.", "Rutoken ECP", "2a1b", "Ёлкина");
    private static final SlotFacts ANOTHER =
            FakeDrivers.slot(2, "Aktiv Rutoken ECP 01 00", "Aktiv Co.", "Rutoken ECP", "77ff", "Ёлкина");

    @TempDir
    Path root;

    private final FakeDrivers drivers = new FakeDrivers();
    private final List<ModuleSetting> named = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    private Tokens tokens;

    @BeforeEach
    void make() {
        tokens = tokens(Duration.ofSeconds(20));
    }

    @Test
    void present_startNothing_whereThereIsNoModule() {
        assertThat(tokens.present()).isEmpty();
        assertThat(tokens.notListed()).isEmpty();
        assertThat(drivers.isAnyUsed()).isFalse();
    }

    @Test
    void present_keepTokensApart_thatDifferInTheirSerialOnly() throws IOException {
        module("librtpkcs11ecp.so").plug(RUTOKEN, ANOTHER);

        assertThat(tokens.present()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void present_showATokenOnce_throughItsVendorsModule_whicheverIsFound(boolean first) throws IOException {
        SlotFacts byOpenSc = FakeDrivers.slot(
                9, "Aktiv Rutoken ECP 00 00", "Aktiv Co.", "PKCS#15 emulated", "00002A1B", "Rutoken ECP");
        if (first) {
            module("opensc-pkcs11.so").plug(byOpenSc);
        }
        FakeDrivers.Module vendors = module("librtpkcs11ecp.so");
        vendors.plug(RUTOKEN);
        if (!first) {
            module("opensc-pkcs11.so").plug(byOpenSc);
        }

        assertThat(labels()).containsExactly("Рутокен ЭЦП — Ёлкина");
    }

    @Test
    void present_showATokenOnce_thatTwoCopiesOfAModuleShow() throws IOException {
        module("one.so").plug(RUTOKEN);
        module("two.so").plug(FakeDrivers.slot(5, "other reader's name", "Aktiv Co.", "Rutoken ECP", "2a1b", "Ёлкина"));

        assertThat(tokens.present()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Ёлкина,Рутокен ЭЦП — Ёлкина",
        "Rutoken ECP <no label>,Рутокен ЭЦП …2a1b",
        "'',Рутокен ЭЦП …2a1b",
        "Рутокен ЭЦП,Рутокен ЭЦП …2a1b"
    })
    void present_nameTheProductAndItsLabel_orItsSerialNumberWhereItHasNone(String label, String shown)
            throws IOException {
        SlotFacts token = FakeDrivers.slot(1, "r", "Aktiv Co.", "Rutoken ECP", "3c5f2a1b", label);
        module("librtpkcs11ecp.so").plug(token, new SlotFacts(0, "empty", null));

        assertThat(labels()).containsExactly(shown);
    }

    @Test
    void present_takeNothingFromALabel_thatWouldTurnTheLineAround() throws IOException {
        module("m.so").plug(FakeDrivers.slot(1, "r", "X", "Y", "1", "a\u202Eb\u0000c\nd\u200B"));

        assertThat(labels()).containsExactly("Токен — abc d");
    }

    @ParameterizedTest
    @CsvSource({
        "DRIVER_CRASHED,CRASHED",
        "DRIVER_HANGS,HANGING",
        "DRIVER_FAILED,REFUSED",
    })
    void notListed_sayWhatBecameOfAModule_andTheOthersAreListed(ErrorCode code, Reason reason) throws IOException {
        module("bad.so").fault = code;
        module("good.so").plug(RUTOKEN);

        assertThat(tokens.present()).hasSize(1);
        assertThat(tokens.notListed()).singleElement().satisfies(told -> {
            assertThat(told.reason()).isEqualTo(reason);
            assertThat(told.name()).isEqualTo("bad.so");
            assertThat(told.message(Language.RU)).isNotEmpty();
            assertThat(told.hint(Language.EN)).contains("Other media work");
        });
    }

    @Test
    void present_leaveAFailedModuleInPeaceForAWhile() throws IOException {
        FakeDrivers.Module bad = module("bad.so");
        bad.fault = ErrorCode.DRIVER_CRASHED;
        tokens.present();
        tokens.present();
        assertThat(bad.calls()).isEqualTo(1);

        now.addAndGet(ModuleListing.PEACE.toNanos());
        bad.fault = null;
        bad.plug(RUTOKEN);
        assertThat(tokens.present()).hasSize(1);
    }

    @Test
    void present_notWaitForASlowModule_andTakeItsAnswerWhenItHasCome() throws IOException {
        tokens = tokens(Duration.ZERO); // Nobody waits at all.
        FakeDrivers.Module slow = module("slow.so");
        slow.busy = new CountDownLatch(1);
        slow.plug(RUTOKEN);

        assertThat(tokens.present()).isEmpty();
        assertThat(tokens.notListed()).singleElement().satisfies(told -> {
            assertThat(told.reason()).isEqualTo(Reason.HANGING);
            assertThat(told.message(Language.RU)).contains("ещё не ответил");
        });
        await().untilAsserted(() ->
                assertThat(slow.calls()).as("one question at a time").isEqualTo(1));
        CountDownLatch gate = slow.busy;
        slow.busy = null;
        if (gate != null) {
            gate.countDown();
        }

        await().until(() -> tokens.present().size() == 1);
        assertThat(tokens.notListed()).isEmpty();
    }

    @Test
    void present_giveTheAnswerBefore_whileAModuleIsBusy() throws IOException {
        FakeDrivers.Module module = module("m.so");
        module.plug(RUTOKEN);
        assertThat(tokens.present()).hasSize(1);
        module.busy = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> tokens.present());
        await().until(() -> module.calls() == 2);
        now.addAndGet(Duration.ofSeconds(21).toNanos());

        assertThat(tokens.present()).hasSize(1);
        assertThat(tokens.notListed()).isEmpty();
    }

    @Test
    void settled_waitLonger_forATokenWhoseDriverIsStarting() throws Exception {
        tokens = tokens(Duration.ZERO);
        FakeDrivers.Module slow = module("slow.so");
        CountDownLatch gate = new CountDownLatch(1);
        slow.busy = gate;
        slow.plug(RUTOKEN);
        assertThat(tokens.present()).isEmpty();

        CompletableFuture<List<KeyStorage>> found = CompletableFuture.supplyAsync(() -> tokens.settled());
        gate.countDown();

        assertThat(found.get()).hasSize(1);
    }

    @Test
    void notListed_nameAVendorsTokenThatIsNotPrepared_andNoEmptyPlaceOfASoftwareToken() throws IOException {
        module("librtpkcs11ecp.so").plug(blank(1, "Aktiv Co.", "Rutoken ECP"));
        module("libsofthsm2.so").plug(blank(1, "SoftHSM project", "SoftHSM v2"));

        assertThat(tokens.present()).isEmpty();
        assertThat(tokens.notListed())
                .extracting(NotListed::name, NotListed::reason)
                .containsExactly(tuple("Рутокен ЭЦП …1", Reason.REFUSED));
    }

    @Test
    void onChange_tellTheOthers_whenAListenerFailed() throws IOException {
        FakeDrivers.Module module = module("m.so");
        AtomicInteger told = new AtomicInteger();
        try (StoragePrompt.Watch _ = tokens.onChange(() -> {
                    throw new Fault(ErrorCode.SETTINGS_INVALID, "its file is damaged");
                });
                StoragePrompt.Watch _ = tokens.onChange(told::incrementAndGet)) {
            await().until(module::isWatched);
            module.plug(RUTOKEN);
            await().until(() -> told.get() == 1);
        }
    }

    @Test
    void onChange_tellOnce_whenATokenComes_andOnceWhenItGoes() throws IOException {
        FakeDrivers.Module module = module("m.so");
        AtomicInteger told = new AtomicInteger();
        try (StoragePrompt.Watch _ = tokens.onChange(told::incrementAndGet)) {
            assertThat(tokens.present()).isEmpty();
            await().until(module::isWatched);

            module.plug(RUTOKEN);
            await().until(() -> told.get() == 1);
            assertThat(tokens.present()).hasSize(1);

            module.plug();
            await().until(() -> told.get() == 2);
            assertThat(tokens.present()).isEmpty();
        }
    }

    @Test
    void onChange_tellOfATokenThatWasExchanged_andOfOneThatCameBack() throws IOException {
        FakeDrivers.Module module = module("m.so");
        module.plug(RUTOKEN);
        AtomicInteger told = new AtomicInteger();
        try (StoragePrompt.Watch _ = tokens.onChange(told::incrementAndGet)) {
            tokens.present();
            await().until(module::isWatched);

            module.plug(FakeDrivers.slot(3, "Aktiv Rutoken ECP 00 00", "Aktiv Co.", "Rutoken ECP", "2a1b", "Ёлкина"));

            await().until(() -> told.get() == 1);
        }
    }

    @Test
    void onChange_beSilent_whenNothingThatCouldBeSeenHasChanged() throws IOException {
        FakeDrivers.Module module = module("m.so");
        AtomicInteger told = new AtomicInteger();
        try (StoragePrompt.Watch _ = tokens.onChange(told::incrementAndGet)) {
            await().until(module::isWatched);
            int before = module.calls();
            module.die();
            await().until(() -> module.calls() > before);
            module.plug(RUTOKEN);
            await().until(() -> told.get() > 0);
        }
        assertThat(told).hasValue(1);
    }

    @Test
    void onChange_tellOfANewlyInstalledModule() throws IOException {
        AtomicInteger told = new AtomicInteger();
        try (StoragePrompt.Watch _ = tokens.onChange(told::incrementAndGet)) {
            tokens.present();
            module("m.so").plug(RUTOKEN);

            await().until(() -> told.get() > 0);
            assertThat(tokens.present()).hasSize(1);
        }
    }

    @Test
    void onChange_forgetAModule_thatTheSettingsNoLongerName() throws IOException {
        FakeDrivers.Module module = module("m.so");
        module.plug(RUTOKEN);
        AtomicInteger told = new AtomicInteger();
        try (StoragePrompt.Watch _ = tokens.onChange(told::incrementAndGet)) {
            assertThat(tokens.present()).hasSize(1);
            await().until(module::isWatched);
            synchronized (named) {
                named.clear();
            }

            await().until(() -> told.get() > 0);
            assertThat(tokens.present()).isEmpty();
            assertThat(module.isWatched()).isFalse();
        }
    }

    @Test
    void close_endTheWatchOfEachModule_withTheLastListener() throws IOException {
        FakeDrivers.Module module = module("m.so");
        StoragePrompt.Watch one = tokens.onChange(() -> {});
        StoragePrompt.Watch two = tokens.onChange(() -> {});
        await().until(module::isWatched);

        one.close();
        assertThat(module.isWatched()).isTrue();
        two.close();
        assertThat(module.isWatched()).isFalse();
    }

    private List<String> labels() {
        return tokens.present().stream().map(each -> each.label(Language.RU)).toList();
    }

    /** A file whose header is a library's, named by the settings. */
    private FakeDrivers.Module module(String name) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1})
                .putShort(16, (short) 3)
                .putShort(18, (short) 0x3E);
        Path library = Files.write(root.resolve(name), header.array());
        synchronized (named) {
            named.add(new ModuleSetting(library, null, null, false));
        }
        return drivers.module(library.toRealPath());
    }

    private Tokens tokens(Duration patience) {
        return new Tokens(
                drivers,
                this::settings,
                new Surroundings(Surroundings.SystemKind.LINUX, Processor.X86_64, root, Map.of(), 0),
                ListedToken::new,
                patience,
                now::get);
    }

    private Settings settings() {
        synchronized (named) {
            return new Settings(List.of(), List.of(), List.of(), named, List.of(), false, true, List.of());
        }
    }

    private static SlotFacts blank(long id, String manufacturer, String model) {
        TokenInfo token = new TokenInfo("", manufacturer, model, "1", "1.0", 0, 4, 32, -1, -1, Set.of());
        return new SlotFacts(id, "reader", token);
    }
}
