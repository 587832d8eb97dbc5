// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * The {@link Registry} through {@code reg.exe}, which every Windows has: {@code export} and {@code import} read and write files whose form does not depend on Windows' language, as what {@code query} says does.
 * Not tried on Windows; the tests have a program that understands the same commands.
 */
public final class RegistryProgram implements Registry {
    /** It is there for each person: where it cannot be read, nothing can. */
    private static final String ALWAYS = "HKEY_CURRENT_USER\\Software";

    private final String program;
    private final Consumer<List<String>> tools;

    /**
     * @param program reg.exe
     * @param tools runs a command; a status other than 0 is a {@code SETUP_TOOL_FAILED}
     */
    public RegistryProgram(Path program, Consumer<List<String>> tools) {
        this.program = program.toString();
        this.tools = tools;
    }

    @Override
    public Optional<RegistryTree> read(String key) {
        if (!exists(key)) {
            return Optional.empty();
        }
        return within(file -> {
            tools.accept(List.of(program, "export", key, file.toString(), "/y"));
            return Optional.of(new RegistryTree(key, RegistryFile.read(Files.readAllBytes(file))));
        });
    }

    /** The program says the same of a key that is not there and of one that it cannot read. */
    private boolean exists(String key) {
        try {
            tools.accept(List.of(program, "query", key));
            return true;
        } catch (Fault e) {
            tools.accept(List.of(program, "query", ALWAYS));
            return false;
        }
    }

    @Override
    public void change(List<RegistryEdit> edits) {
        if (!edits.isEmpty()) {
            var _ = within(file -> {
                Files.write(file, RegistryFile.write(List.of(), edits));
                tools.accept(List.of(program, "import", file.toString()));
                return Optional.empty();
            });
        }
    }

    /** What is done with a file. */
    private interface Use {
        Optional<RegistryTree> of(Path file) throws IOException;
    }

    private static Optional<RegistryTree> within(Use use) {
        @Nullable Path file = null;
        try {
            file = Files.createTempFile("obnova-", ".reg");
            return use.of(file);
        } catch (IOException e) {
            throw new Fault(ErrorCode.SETUP_TOOL_FAILED, "no temporary file", Map.of("place", "reg.exe"), e);
        } finally {
            drop(file);
        }
    }

    private static void drop(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit(); // Nothing secret is in it.
        }
    }
}
