// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.log.FileLog;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.Made;

/** {@code obnova-host renewals} and {@code obnova-host keys}: what a person and a script get, and that nothing goes unasked. */
class RenewalCommandsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void list_tellsWhatThereIs_toPeopleAndScripts() throws IOException {
        Made made = requested();
        assertThat(run("", "renewals", "list")).isZero();
        assertThat(out()).contains("запрос готов", "https://ca.example", "app-1", "Этот компьютер", made.renewal());

        assertThat(run("", "renewals", "list", "--json")).isZero();
        JsonNode renewal = json().at("/renewals/0");
        assertThat(renewal.get("renewal").asText()).isEqualTo(made.renewal());
        assertThat(renewal.get("state").asText()).isEqualTo("requested");
        assertThat(renewal.get("site").asText()).isEqualTo("https://ca.example");
        assertThat(renewal.get("keyMissing").asBoolean()).isFalse();
        assertThat(json().get("unreadable")).isEmpty();
    }

    @Test
    void list_namesRecordsThatCannotBeRead_andAbandonPutsADamagedOneAway() throws IOException {
        Made made = requested();
        Path record =
                folder.resolve("home/state/renewals").resolve(made.renewal()).resolve("journal.json");
        Files.writeString(record, "torn");
        assertThat(run("", "renewals", "list")).isZero();
        assertThat(out()).contains("Обновлений нет.", made.renewal(), "Запись о ходе обновления повреждена.");
        assertThat(run("", "renewals", "list", "--json")).isZero();
        assertThat(json().at("/unreadable/0/reason").asText()).isEqualTo("journal_damaged");

        assertThat(run("нет\n", "renewals", "abandon", "--renewal", made.renewal()))
                .isEqualTo(1);
        assertThat(record).hasContent("torn");
        assertThat(run("да\n", "renewals", "abandon", "--renewal", made.renewal()))
                .isZero();
        assertThat(record).doesNotExist();
        assertThat(run("", "keys", "list")).isZero();
        assertThat(out()).contains("Иванова Анна Петровна", "неизвестно");
    }

    @Test
    void resume_goesOn_andSaysWhereTo() {
        Made made = requested();
        assertThat(run("", "renewals", "resume", "--renewal", made.renewal())).isZero();
        assertThat(out()).contains("запрос готов", "личном кабинете");
        assertThat(run("", "renewals", "resume", "--renewal", "0".repeat(32))).isEqualTo(1);
        assertThat(err()).contains("1504 renewal_not_found");
        assertThat(run("", "renewals", "resume")).isEqualTo(2);
        assertThat(run("", "renewals")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "нет\n", "д\n", "y\n", "да нет\n"})
    void abandon_andRemove_doNothing_withoutAYes(String answer) {
        Made made = requested();
        assertThat(run(answer, "renewals", "abandon", "--renewal", made.renewal(), "--remove-key"))
                .isEqualTo(1);
        assertThat(out()).contains("app-1", "Иванова Анна Петровна, Этот компьютер", "восстановить его нельзя");
        assertThat(err()).contains("1001 cancelled");
        assertThat(start().renewals().listAll(false)).hasSize(1);
        assertThat(start().storages().all().getFirst().containers()).hasSize(1);
    }

    @Test
    void abandon_keepsTheKey_andKeysRemoveTakesItAway_eachConfirmed() throws IOException {
        Made made = requested();
        assertThat(run("да\n", "renewals", "abandon", "--renewal", made.renewal()))
                .isZero();
        assertThat(out()).contains("Новый ключ остался на своём месте.");
        assertThat(run("", "renewals", "list")).isZero();
        assertThat(out()).contains("Обновлений нет.");
        assertThat(run("", "renewals", "list", "--all")).isZero();
        assertThat(out()).contains("вы отказались");

        assertThat(run("", "keys", "list", "--json")).isZero();
        JsonNode key = json().at("/keys/0");
        assertThat(key.get("site").asText()).isEqualTo("https://ca.example");
        assertThat(key.get("application").asText()).isEqualTo("app-1");
        assertThat(key.get("algorithm").asText()).isEqualTo("ec-p256");
        assertThat(json().get("uncertain").asBoolean()).isFalse();
        String print = key.get("key").asText();
        assertThat(print).matches("[0-9a-f]{64}");

        assertThat(run("", "keys", "remove", "--key", print)).isEqualTo(1);
        assertThat(run("", "keys", "remove", "--key", print.substring(0, 15), "--yes"))
                .as("too short to name one")
                .isEqualTo(2);
        assertThat(run("", "keys", "remove", "--key", "0".repeat(64), "--yes")).isEqualTo(1);
        assertThat(err()).contains("1211 container_not_found");
        assertThat(start().storages().all().getFirst().containers()).hasSize(1);
        assertThat(run("Yes\n", "keys", "remove", "--key", print.substring(0, 16)))
                .isZero();
        assertThat(out()).contains("Ключ удалён.");
        assertThat(start().storages().all().getFirst().containers()).isEmpty();
        assertThat(run("", "keys", "list")).isZero();
        assertThat(out()).contains("Лишних ключей нет.");
    }

    @Test
    void abandon_removesTheKey_whenTold_withoutAQuestionWhereTheYesIsGiven() {
        Made made = requested();
        assertThat(run("", "renewals", "abandon", "--renewal", made.renewal(), "--remove-key", "--yes"))
                .isZero();
        assertThat(out()).contains("Новый ключ удалён.");
        assertThat(start().storages().all().getFirst().containers()).isEmpty();
    }

    @Test
    void keysRemove_wantsTheMedium_whereOneKeyLiesOnTwo() throws IOException {
        Made made = requested();
        run("да\n", "renewals", "abandon", "--renewal", made.renewal());
        Path drive = Files.createDirectory(folder.resolve("drive"));
        Workplace host = start();
        String container =
                host.storages().all().getFirst().containers().getFirst().id();
        Files.copy(folder.resolve("home/data/containers").resolve(container), drive.resolve(container));
        String id = host.storages().folder(drive).id();
        String print = host.orphans().all().getFirst().print();

        assertThat(run("", "keys", "remove", "--key", print, "--yes")).isEqualTo(2);
        assertThat(err()).contains(id, "--storage");
        assertThat(run("", "keys", "remove", "--key", print, "--storage", id, "--yes"))
                .isZero();
        assertThat(drive.resolve(container)).doesNotExist();
        assertThat(start().orphans().all()).hasSize(1);
    }

    private Made requested() {
        Workplace host = start();
        host.person().makesUp("p");
        return host.renewals().create(new FakeTask(), Workplace.order(KeyAlgorithm.EC_P256));
    }

    private Workplace start() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    private int run(String input, String... arguments) {
        out.reset();
        err.reset();
        Workplace host = start();
        Terminal terminal =
                Terminal.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, Map.of());
        return ObnovaCommandLine.run(arguments, terminal, offer(host));
    }

    private Offer offer(Workplace host) {
        return new Offer(
                "9.8.7",
                host::storages,
                unused(),
                unused(),
                unused(),
                unused(),
                unused(),
                unused(),
                host::renewals,
                host::orphans,
                new ArchiveOffer(unused(), unused(), unused(), (file, content) -> {}),
                new CareOffer(
                        unused(),
                        unused(),
                        InstantSource.fixed(NOW),
                        unused(),
                        prompt -> {
                            throw new AssertionError("not needed here");
                        },
                        unused()),
                unused(),
                new FileLog(() -> folder.resolve("host.log"), InstantSource.fixed(NOW)));
    }

    @SuppressWarnings("UnnecessaryLambda") // A method that always throws would have to be marked as such.
    private static <T> Supplier<T> unused() {
        return () -> {
            throw new AssertionError("not needed here");
        };
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
