// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.host.task.Language;

/** The windows as a screen reader sees them: read through AT-SPI by another program. */
class AccessibilityTest {
    private static final Path WRAPPER = Path.of("/usr/share/java/java-atk-wrapper.jar");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    /** What a person acts on. */
    private static final Set<String> CONTROLS = Set.of(
            "push button",
            "check box",
            "radio button",
            "password text",
            "text",
            "progress bar",
            "canvas",
            "frame",
            "label");

    private record Node(String role, String name, String description, boolean focusable) {}

    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        assumeTrue(
                Desk.has("Xvfb", "xdotool", "dbus-run-session"), "Xvfb, xdotool or dbus-run-session is not installed");
        assumeTrue(Files.exists(WRAPPER), "libatk-wrapper-java is not installed");
        List<Path> libraries = libraries();
        assumeTrue(!libraries.isEmpty(), "libatk-wrapper-java-jni is not installed");
        assumeTrue(
                succeeds(PYTHON.toString(), "-c", "import gi; gi.require_version('Atspi', '2.0')"),
                "gir1.2-atspi-2.0 is not installed");
        folder = Files.createTempDirectory("obnova-accessibility");
        try (InputStream in =
                Objects.requireNonNull(AccessibilityTest.class.getResourceAsStream("accessible-tree.py"))) {
            Files.copy(in, folder.resolve("tree.py"));
        }
        desk = new Desk(
                folder,
                List.of(
                        "dbus-run-session",
                        "--",
                        "sh",
                        "-c",
                        "echo \"$DBUS_SESSION_BUS_ADDRESS\" >\"$0\"; exec \"$@\"",
                        folder.resolve("bus").toString()),
                List.of(
                        "-Djavax.accessibility.assistive_technologies=org.GNOME.Accessibility.AtkWrapper",
                        "-Djava.library.path=" + libraries.getFirst().getParent(),
                        "--enable-native-access=ALL-UNNAMED"),
                WRAPPER.toString());
    }

    private static List<Path> libraries() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> architectures = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            architectures.forEach(folder -> found.add(folder.resolve("jni/libatk-wrapper.so")));
        }
        found.removeIf(file -> !Files.exists(file));
        return found;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(command[0]))
                && new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    @AfterAll
    static void close() throws IOException {
        if (desk != null) {
            desk.close();
        }
    }

    @AfterEach
    void shut() throws IOException, InterruptedException {
        desk.shut();
    }

    static List<String> windows() {
        return WindowGallery.NAMES;
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyControl_hasAName(String window) throws Exception {
        desk.showAndSettle(window, Language.RU);
        List<Node> controls =
                tree().stream().filter(node -> CONTROLS.contains(node.role())).toList();
        assertThat(controls).hasSizeGreaterThan(5);
        assertThat(controls)
                .allSatisfy(node -> assertThat(node.name()).as(node.toString()).isNotBlank());
        assertThat(controls).anySatisfy(node -> {
            assertThat(node.role()).isEqualTo("frame");
            assertThat(node.name()).startsWith("Обнова: ");
            assertThat(node.description()).startsWith("Запрос от extern.example");
        });
    }

    @Test
    void newPassword_isReadAsItIsSeen() throws Exception {
        desk.showAndSettle("password.new", Language.RU);
        assertThat(tree().stream().filter(Node::focusable).map(node -> node.role() + ": " + node.name()))
                .contains(
                        "password text: Новый пароль (можно оставить пустым)",
                        "password text: Пароль ещё раз",
                        "check box: Показать пароль",
                        "push button: Отмена",
                        "push button: Продолжить");
    }

    @Test
    void media_areReadWithTheirStateAndReason() throws Exception {
        desk.showAndSettle("storage.key", Language.RU);
        assertThat(tree().stream()
                        .filter(node -> node.role().equals("radio button"))
                        .map(Node::name))
                .containsExactly(
                        "Этот компьютер, Компьютер · готов, место есть",
                        "Флешка KINGSTON, Съёмный носитель · готов, место есть",
                        "Флешка ARCHIVE, Съёмный носитель · защищён от записи: снимите защиту на корпусе");
    }

    @Test
    void tokens_areReadWithTheirPinAndWhetherTheKeyCanBeCopied() throws Exception {
        desk.showAndSettle("storage.tokens", Language.RU);
        List<Node> tree = tree();
        assertThat(tree.stream()
                        .filter(node -> node.role().equals("radio button"))
                        .map(Node::name))
                .contains(
                        "Рутокен ЭЦП 3.0 «Бухгалтерия», Токен · готов, место есть. PIN-код заводской, его лучше сменить. Ключ создаётся в токене и никогда его не покидает: скопировать его нельзя.",
                        "JaCarta-2 ГОСТ, Токен · PIN-код заблокирован: разблокируйте его в программе производителя токена");
        assertThat(tree)
                .anySatisfy(node ->
                        assertThat(node.name()).isEqualTo("JaCarta: токен вставлен, но его драйвер не установлен."));
    }

    @Test
    void mediaThatComeAndGo_areToldOf() throws Exception {
        desk.showAndSettle("storage.key", Language.RU);
        desk.order("media computer,rutoken");
        desk.expectMedia();
        String news =
                "Отключено: Флешка KINGSTON. Отключено: Флешка ARCHIVE. Подключено: Рутокен ЭЦП 3.0 «Бухгалтерия».";
        List<Node> tree = tree();
        assertThat(tree).as("the line beneath the list").anySatisfy(node -> {
            assertThat(node.role()).isEqualTo("label");
            assertThat(node.name()).isEqualTo(news);
        });
        assertThat(tree).as("what has the keyboard").anySatisfy(node -> {
            assertThat(node.role()).isEqualTo("radio button");
            assertThat(node.description()).isEqualTo(news);
        });
        assertThat(tree).noneSatisfy(node -> {
            assertThat(node.role()).isEqualTo("radio button");
            assertThat(node.name()).contains("KINGSTON");
        });
    }

    @Test
    void pin_isReadWithTheTokenAndItsTries() throws Exception {
        desk.showAndSettle("pin.wrong", Language.RU);
        assertThat(tree().stream().map(node -> node.role() + ": " + node.name()))
                .contains(
                        "label: Рутокен ЭЦП 3.0 «Бухгалтерия»",
                        "label: Серийный номер: 3f 8a 21 7c",
                        "label: PIN-код не подошёл, одна попытка израсходована. Проверьте раскладку и Caps Lock.",
                        "label: Попыток осталось меньше. После нескольких ошибок подряд токен заблокируется.",
                        "password text: PIN-код",
                        "check box: Запомнить PIN-код");
    }

    @Test
    void givingUp_tellsThatACertificateWasIssued() throws Exception {
        desk.showAndSettle("abandon.issued", Language.RU);
        assertThat(tree())
                .anySatisfy(node -> assertThat(node.name())
                        .startsWith(
                                "Сертификат для этого ключа уже выпущен. Если отказаться, он не будет установлен."));
    }

    @Test
    void sensor_tellsItsProgress() throws Exception {
        desk.showAndSettle("entropy", Language.EN);
        for (int i = 0; i < 90; i++) {
            desk.xdotool(
                    "mousemove", Integer.toString(500 + i * i * 37 % 300), Integer.toString(400 + i * i * 53 % 150));
        }
        assertThat(tree()).anySatisfy(node -> {
            assertThat(node.role()).isEqualTo("progress bar");
            assertThat(node.name()).isEqualTo("Randomness gathered");
            assertThat(node.description()).endsWith("0% gathered");
        });
    }

    private static List<Node> tree() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        PYTHON.toString(), folder.resolve("tree.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(desk.environment());
        builder.environment()
                .put(
                        "DBUS_SESSION_BUS_ADDRESS",
                        Files.readString(folder.resolve("bus")).strip());
        builder.environment().put("NO_AT_BRIDGE", "1");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return out.lines()
                .map(line -> line.split("\t", -1))
                .map(parts -> new Node(parts[0], parts[1], parts[2], parts[3].equals("True")))
                .toList();
    }
}
