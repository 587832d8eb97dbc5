// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The jars of the image. */
final class Libraries {
    /** Where the major version lies in a class file (JVMS 4.1). */
    private static final int MAJOR_VERSION = 6;

    private static final int FIRST_CACHED = ClassFile.JAVA_6_VERSION;

    private Libraries() {}

    /**
     * Copies the host's jar and those that it needs. A jar that its maker signed (Bouncy Castle) loses the signature: the
     * class cache takes no classes of signed jars, and the package that brings the image is signed as a whole. Entries are
     * stored uncompressed, which saves time at each start and costs little: packages are compressed themselves.
     *
     * @return the class path, the host's jar first
     */
    static List<Path> copy(Path hostJar, List<Path> libraries, Path lib, Instant time) throws IOException {
        List<Path> sources = new ArrayList<>();
        sources.add(hostJar);
        libraries.stream().sorted(Comparator.comparing(Path::getFileName)).forEach(sources::add);
        List<Path> jars = new ArrayList<>();
        for (Path source : sources) {
            Path target = lib.resolve(
                    source.equals(hostJar)
                            ? "obnova-host.jar"
                            : source.getFileName().toString());
            copyJar(source, target, time);
            jars.add(target);
        }
        return List.copyOf(jars);
    }

    private static void copyJar(Path source, Path target, Instant time) throws IOException {
        LocalDateTime entryTime = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        try (JarFile from = new JarFile(source.toFile(), false);
                URLClassLoader siblings =
                        new URLClassLoader(new URL[] {source.toUri().toURL()});
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream to = new ZipOutputStream(file)) {
            Manifest manifest = from.getManifest();
            if (manifest != null) {
                // The digests of single entries are a part of the maker's signature.
                manifest.getEntries().clear();
                to.setMethod(ZipOutputStream.DEFLATED);
                ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
                entry.setTimeLocal(entryTime);
                to.putNextEntry(entry);
                manifest.write(to);
                to.closeEntry();
            }
            for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!isLeftOut(entry)) {
                    try (InputStream content = from.getInputStream(entry)) {
                        store(
                                to,
                                entry.getName(),
                                modern(entry.getName(), content.readAllBytes(), siblings),
                                entryTime);
                    }
                }
            }
        }
        Files.setLastModifiedTime(target, FileTime.from(time));
    }

    private static boolean isLeftOut(JarEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return entry.isDirectory()
                || name.equals(JarFile.MANIFEST_NAME)
                || name.startsWith("META-INF/MAVEN/")
                || entry.getName().startsWith(NativeLibrary.FOLDER)
                || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    }

    /**
     * The class cache takes no class files of Java 5 (picocli has them): they are written anew in the runtime's own format,
     * with the stack maps that the present verifier reads.
     */
    private static byte[] modern(String name, byte[] content, ClassLoader siblings) {
        if (!name.endsWith(".class") || ByteBuffer.wrap(content).getShort(MAJOR_VERSION) >= FIRST_CACHED) {
            return content;
        }
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(siblings)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        // Method bodies that nobody touches would be copied as they are, without stack maps.
        ClassTransform anew = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                .andThen((builder, element) -> {
                    if (!(element instanceof ClassFileVersion)) {
                        builder.with(element);
                    }
                    builder.withVersion(ClassFile.latestMajorVersion(), 0);
                });
        byte[] rewritten = format.transformClass(format.parse(content), anew);
        List<VerifyError> errors = format.verify(rewritten);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(name, errors.getFirst());
        }
        return rewritten;
    }

    private static void store(ZipOutputStream to, String name, byte[] content, LocalDateTime time) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(time);
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }
}
