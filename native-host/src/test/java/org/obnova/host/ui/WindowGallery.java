// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.obnova.host.entropy.EntropySensor;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.secret.Secret;
import org.obnova.host.signature.DocumentPrompt.Document;
import org.obnova.host.signature.DocumentPrompt.Kind;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.KeyMakingPrompt;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.PasswordPrompt.Question;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.TokenFacts.Manner;
import org.obnova.host.task.Language;
import org.obnova.host.task.Step;

/**
 * Shows the windows with sample data, for tests and for the eye: a program of its own, for a JVM cannot change its display. It obeys lines on
 * stdin ({@code show NAME ru|en}, {@code shot FILE}, {@code media NAME,NAME}, {@code hear}, {@code watch}, {@code pressed NUMBER}, {@code chosen}, {@code answered}, {@code cancel}) and tells on stdout: {@code waiting STEP}, {@code answer TEXT},
 * {@code fault CODE}.
 */
public final class WindowGallery {
    /** The samples. */
    static final List<String> NAMES = Stream.of(
                    SamplePins.NAMES.stream(),
                    Stream.of(
                            "publish.programs",
                            "publish.any",
                            "publish.password",
                            "publish.wrong",
                            "consent.certificates",
                            "consent.storages",
                            "consent.renew",
                            "consent.sign",
                            "consent.backup",
                            "consent.decrypt",
                            "consent.diagnostics",
                            "site.plain",
                            "site.international",
                            "site.forged",
                            "restart.computer",
                            "report.short",
                            "report.long",
                            "storage.key",
                            "storage.backup",
                            "making.active",
                            "making.passive",
                            "storage.import",
                            "password.import",
                            "password.change",
                            "storage.tokens",
                            "storage.backup-tokens",
                            "password.existing",
                            "password.wrong",
                            "password.new",
                            "password.backup",
                            "password.archive",
                            "password.verify",
                            "password.decrypt",
                            "document.statement",
                            "document.receipt",
                            "document.short",
                            "decrypt.large",
                            "decrypt.small",
                            "entropy"),
                    SampleTransfers.NAMES.stream(),
                    SampleRenewals.NAMES.stream())
            .flatMap(names -> names)
            .toList();

    private final Windows windows;
    private final ShownWindow shown = new ShownWindow();
    private volatile SampleOffers media = SampleOffers.of("key");
    private final List<SampleTask> tasks = new ArrayList<>();
    private volatile SampleTask task = new SampleTask(Language.RU);

    private WindowGallery(Path runtime) {
        this.windows = new Windows(runtime, InstantSource.fixed(Instant.parse("2027-02-15T09:00:00Z")));
    }

    /**
     * Runs until the end of input.
     *
     * @param args the folder of the lock
     */
    public static void main(String[] args) throws Exception {
        WindowGallery gallery = new WindowGallery(Path.of(args[0]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            gallery.obey(line.split(" ", -1));
        }
        System.exit(0);
    }

    private void obey(String[] words) throws Exception {
        switch (words[0]) {
            case "show" -> {
                SampleTask next = new SampleTask(Language.valueOf(words[2]));
                task = next;
                tasks.add(next);
                Thread.ofVirtual().start(() -> tell(next, words[1]));
            }
            case "shot" -> shoot(new File(words[1]));
            case "media" -> {
                media.become(words[1].split(",", -1));
                ShownMedia.await(media.list().size());
                say("media");
            }
            case "hear" -> {
                shown.awaitHearing();
                say("hears");
            }
            case "watch" -> {
                shown.awaitDeaf();
                say("watching");
            }
            case "pressed" -> say("pressed " + (shown.cameEarly(Integer.parseInt(words[1])) ? "early" : "late"));
            case "chosen" -> say("chosen " + ShownMedia.chosen());
            case "answered" -> task.deviceAnswers().complete("");
            case "cancel" -> tasks.forEach(SampleTask::cancel);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void tell(SampleTask one, String name) {
        try {
            say("answer " + show(one, name));
        } catch (Fault fault) {
            say("fault " + fault.code());
        }
    }

    static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private String show(SampleTask one, String name) {
        String[] parts = name.split("\\.", -1);
        return switch (parts[0]) {
            case "consent" ->
                windows.consent()
                        .ask(one, Operation.valueOf(parts[1].toUpperCase(Locale.ROOT)))
                        .toString();
            case "site" -> SampleCare.site(windows.site(), one, parts[1]);
            case "restart" -> {
                windows.restart().confirm(one);
                yield "RESTARTED";
            }
            case "report" -> SampleCare.report(windows.report(), one, parts[1]);
            case "storage" -> choose(one, parts[1]);
            case "password" -> password(one, parts[1]);
            case "pin" -> new SamplePins(windows.pin()).show(one, parts[1]);
            case "change" -> new SamplePins(windows.pin()).change(one, parts[1]);
            case "publish" -> new SamplePrograms(windows.publish()).show(one, parts[1]);
            case "making" -> making(one, parts[1]);
            case "orphan" -> SampleRenewals.show(windows, one, parts[1]);
            case "abandon" -> SampleRenewals.abandon(windows, one, parts[1]);
            case "transfer" -> new SampleTransfers(windows.transfer()).show(one, parts[1]);
            case "decrypt" -> {
                windows.decryption().confirm(one, SampleDocuments.encrypted(parts[1].equals("large")));
                yield "DECRYPTED";
            }
            case "document" -> {
                windows.document().show(one, document(parts[1]));
                yield "SIGNED";
            }
            case "entropy" ->
                Integer.toString(new EntropySensor(windows.entropy()).seed(one).generateSeed(32).length);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String choose(SampleTask one, String kind) {
        Purpose purpose = kind.startsWith("backup")
                ? Purpose.NEW_BACKUP
                : kind.equals("import") ? Purpose.NEW_IMPORT : Purpose.NEW_KEY;
        SampleOffers offers = SampleOffers.of(kind);
        media = offers;
        return switch (windows.storage().choose(one, purpose, offers)) {
            case StoragePrompt.Choice.Offered(var storage) -> storage.label(one.language());
            case StoragePrompt.Choice.OtherFolder(var folder) -> folder.toString();
        };
    }

    /** The token is at work until the gallery is told that the device has answered. */
    private String making(SampleTask one, String kind) {
        KeyStorage token = SampleStorage.token(
                "Рутокен ЭЦП 3.0 «Бухгалтерия»", kind.equals("passive") ? Manner.PASSIVE : Manner.ACTIVE, PinState.OK);
        KeyAlgorithm algorithm = kind.equals("active") ? KeyAlgorithm.RSA_3072 : KeyAlgorithm.GOST_2012_256;
        one.waiting(Step.GENERATE_KEY);
        try (KeyMakingPrompt.Making shown = windows.keyMaking().begin(one, token, algorithm)) {
            shown.task().progress(Step.GENERATE_KEY, 0, 1);
            if (kind.equals("passive")) {
                shown.task().progress(Step.GENERATE_KEY, 1, 1);
            }
            one.await(one.deviceAnswers());
        }
        return "MADE";
    }

    private String password(SampleTask one, String kind) {
        String storage = one.language() == Language.RU ? "Этот компьютер" : "This computer";
        Question question = new Question(
                storage,
                kind.equals("archive") ? "старые сертификаты, всего 3" : SampleDocuments.HOLDER,
                switch (kind) {
                    case "new" -> Purpose.NEW_KEY;
                    case "backup" -> Purpose.NEW_BACKUP;
                    case "archive" -> Purpose.NEW_ARCHIVE;
                    case "verify" -> Purpose.VERIFY_BACKUP;
                    case "decrypt" -> Purpose.DECRYPT_DOCUMENT;
                    case "change" -> Purpose.NEW_PASSWORD;
                    case "import" -> Purpose.READ_FOR_IMPORT;
                    default -> Purpose.SIGN_DOCUMENT;
                },
                kind.equals("wrong") ? 2 : 0);
        boolean fresh = kind.equals("new") || kind.equals("backup") || kind.equals("change") || kind.equals("archive");
        try (Secret secret = fresh
                ? windows.password().fresh(one, question)
                : windows.password().existing(one, question)) {
            return ("password of " + secret.copy().length + " octets "
                            + new String(secret.copy(), StandardCharsets.UTF_8))
                    .strip();
        }
    }

    private static Document document(String kind) {
        return switch (kind) {
            case "statement" ->
                SampleDocuments.of(Kind.STATEMENT, "Заявление на выпуск сертификата", SampleDocuments.statement());
            case "paragraph" ->
                SampleDocuments.of(
                        Kind.STATEMENT, "Заявление", SampleDocuments.statement().replace('\n', ' '));
            case "receipt" -> SampleDocuments.of(Kind.RECEIPT, "Расписка", SampleDocuments.statement());
            default -> SampleDocuments.of(Kind.AUTHENTICATION, "Вход", "Вход на сайт https://extern.example");
        };
    }

    /** The whole screen in its own resolution. */
    private static void shoot(File file) throws Exception {
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        Robot robot = new Robot();
        // What was typed is to be seen.
        robot.waitForIdle();
        List<Image> variants = robot.createMultiResolutionScreenCapture(screen).getResolutionVariants();
        write((BufferedImage) variants.getLast(), file);
        say("shot");
    }

    private static void write(BufferedImage image, File file) throws IOException {
        ImageIO.write(image, "png", file);
    }
}
