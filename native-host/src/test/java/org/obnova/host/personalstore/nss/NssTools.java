// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Mozilla's own programs, certutil and pk12util, on one database. */
public final class NssTools {
    private final Path folder;
    private final Path password;

    private NssTools(Path folder, String password) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.password = Files.writeString(folder.resolveSibling(folder.getFileName() + ".password"), password + "\n");
    }

    /** Makes a database as a browser does. */
    public static NssTools database(Path folder) throws IOException {
        return database(folder, "");
    }

    /** Makes a database with a primary password. */
    public static NssTools database(Path folder, String password) throws IOException {
        NssTools tools = new NssTools(folder, password);
        tools.certutil("-N", "-f", tools.password.toString());
        return tools;
    }

    /** Runs certutil. */
    public String certutil(String... arguments) {
        return run("certutil", arguments);
    }

    /** The keys, as certutil lists them; fails where there is none. */
    public String keys() {
        return certutil("-K", "-f", password.toString());
    }

    /** Certificate and key as PKCS#12 with the password {@code export}. */
    public Path export(String name, Path file) {
        run("pk12util", "-o", file.toString(), "-n", name, "-k", password.toString(), "-W", "export");
        return file;
    }

    private String run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program, "-d", "sql:" + folder));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " answers " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
