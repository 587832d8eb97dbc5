// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/** Uploads whose rows lie in the database and whose files lie in a folder. */
public final class KeptUploads implements Uploads {
    private static final int ID_BYTES = 12;
    private static final int MEGABYTES = 384;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;

    /** What stays true of a person from one application to the next. */
    private static final Set<UploadKind> LASTING = EnumSet.of(
            UploadKind.PASSPORT, UploadKind.TRANSLATION, UploadKind.SNILS, UploadKind.INN, UploadKind.RIGHT_TO_SIGN);

    /** Far longer than a document takes to be inspected. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final boolean shared;
    private final UploadRepository rows;
    private final UploadFolder folder;
    private final Inspector inspector;
    private final HeicConverter heic;
    private final Duration wait;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param wait how long a file waits while others are inspected */
    KeptUploads(
            Database database,
            Path folder,
            Inspector inspector,
            HeicConverter heic,
            Duration wait,
            InstantSource clock,
            SecureRandom random) {
        this.shared = database.isShared();
        this.rows = new UploadRepository(database);
        this.folder = new UploadFolder(folder);
        this.inspector = inspector;
        this.heic = heic;
        this.wait = wait;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens the folder, and removes what an earlier process did not finish.
     *
     * @param folder where the files lie; made if missing
     */
    public static KeptUploads open(Database database, Path folder, InstantSource clock, SecureRandom random) {
        List<Path> programs = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(part -> !part.isEmpty())
                .map(Path::of)
                .toList();
        KeptUploads uploads = new KeptUploads(
                database,
                folder,
                new ProcessInspector(System.getProperty("java.class.path"), MEGABYTES, PATIENCE),
                new HeifConvert(programs),
                PATIENCE,
                clock,
                random);
        uploads.tidy();
        return uploads;
    }

    @Override
    public Upload add(String application, UploadKind kind, String name, InputStream content) {
        // The turn comes before the bytes: files that wait lie on the disk, not in memory.
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Problem(ProblemCode.TOO_MANY_REQUESTS, "others' files are inspected");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ProblemCode.SERVICE_FAILED, "interrupted", e);
        }
        try {
            return inspected(application, kind, name, content);
        } finally {
            turns.release();
        }
    }

    private Upload inspected(String application, UploadKind kind, String name, InputStream content) {
        byte[] bytes = read(content);
        FileFormat format = format(kind, bytes);
        if (Disguise.worn(format, bytes)) {
            throw new Problem(ProblemCode.UPLOAD_DISGUISED, "another file in the file");
        }
        if (list(application).stream().filter(one -> one.kind() == kind).count() >= UploadKind.MOST_FILES) {
            throw new Problem(ProblemCode.UPLOAD_TOO_HEAVY, "files of a kind");
        }
        String id = id();
        return keep(id, draft -> {
            Path document = folder.document(draft);
            Files.write(document, bytes);
            Findings findings = inspect(document, format, kind, draft);
            return new Upload(
                    id,
                    application,
                    kind,
                    UploadName.shown(name),
                    format,
                    bytes.length,
                    findings.pages(),
                    findings.dpi(),
                    sha256(bytes),
                    findings.previews(),
                    clock.instant());
        });
    }

    @Override
    public List<Upload> list(String application) {
        return rows.of(application).stream()
                .sorted(Comparator.comparing(Upload::kind))
                .toList();
    }

    @Override
    public Optional<Upload> find(String id) {
        return rows.find(id);
    }

    @Override
    public InputStream open(String id) {
        try {
            return folder.open(known(id).id());
        } catch (IOException e) {
            throw new UncheckedIOException("a document's file", e);
        }
    }

    @Override
    public Optional<byte[]> preview(String id, int page) {
        try {
            return folder.preview(known(id).id(), page);
        } catch (IOException e) {
            throw new UncheckedIOException("a page's picture", e);
        }
    }

    @Override
    public void remove(String id) {
        // The row first: without it the file is nobody's, and the next start removes it.
        if (rows.find(id).isEmpty()) {
            return;
        }
        rows.delete(id);
        try {
            folder.remove(id);
        } catch (IOException e) {
            throw new UncheckedIOException("a document's file", e);
        }
    }

    @Override
    public List<Upload> reusable(String holder, String application) {
        Set<String> contents =
                list(application).stream().map(Upload::sha256).collect(Collectors.toCollection(HashSet::new));
        return rows.ofOthers(holder, application).stream()
                .filter(upload -> LASTING.contains(upload.kind()))
                .filter(upload -> contents.add(upload.sha256()))
                .toList();
    }

    @Override
    public Upload reuse(String earlier, String application) {
        Upload known = known(earlier);
        String id = id();
        return keep(id, draft -> {
            folder.copy(earlier, draft);
            return new Upload(
                    id,
                    application,
                    known.kind(),
                    known.name(),
                    known.format(),
                    known.size(),
                    known.pages(),
                    known.dpi(),
                    known.sha256(),
                    known.previews(),
                    clock.instant());
        });
    }

    /** Formats of a kind that can be read on this machine. */
    @Override
    public Set<FileFormat> readable(UploadKind kind) {
        Set<FileFormat> formats = EnumSet.copyOf(kind.formats());
        if (!heic.installed()) {
            formats.remove(FileFormat.HEIC);
        }
        return formats;
    }

    /** Puts a document together, and its row after it. */
    private Upload keep(String id, Assembly assembly) {
        try {
            Path draft = folder.draft(id);
            // A resource, for why the document was refused is told even where its draft cannot be deleted.
            try (Closeable _ = () -> folder.forget(draft)) {
                Upload upload = assembly.into(draft);
                folder.keep(id, draft);
                rows.insert(upload);
                return upload;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the document", e);
        }
    }

    @FunctionalInterface
    private interface Assembly {
        Upload into(Path draft) throws IOException;
    }

    private Findings inspect(Path document, FileFormat format, UploadKind kind, Path draft) throws IOException {
        if (format != FileFormat.HEIC) {
            return inspector.inspect(document, format, kind, draft);
        }
        Path jpeg = draft.resolve("converted.jpg");
        heic.convert(document, jpeg);
        return inspector.inspect(jpeg, FileFormat.JPEG, kind, draft);
    }

    private FileFormat format(UploadKind kind, byte[] bytes) {
        Set<FileFormat> readable = readable(kind);
        return FileFormat.of(bytes)
                .filter(readable::contains)
                .orElseThrow(() -> new Problem(
                        ProblemCode.UPLOAD_FORMAT, "format", Map.of("formats", FileFormat.labels(readable)), null));
    }

    private static byte[] read(InputStream content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            bytes.write(content.readNBytes(UploadKind.MOST_BYTES + 1));
        } catch (IOException e) {
            throw new Problem(ProblemCode.UPLOAD_DAMAGED, "the file broke off on its way", e);
        }
        if (bytes.size() > UploadKind.MOST_BYTES) {
            throw new Problem(ProblemCode.UPLOAD_TOO_LARGE, "bytes");
        }
        if (bytes.size() == 0) {
            throw new Problem(ProblemCode.UPLOAD_DAMAGED, "empty");
        }
        return bytes.toByteArray();
    }

    private void tidy() {
        try {
            // The rows come after the files: what has no row yet may be another process's.
            Instant before = shared ? clock.instant().minus(ABANDONED) : Instant.MAX;
            folder.removeAllBut(rows.ids(), before);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy the folder of uploads", e);
        }
    }

    private Upload known(String id) {
        return rows.find(id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "no such document"));
    }

    private String id() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
