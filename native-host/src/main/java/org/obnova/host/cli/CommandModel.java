// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command, put together by hand: reading annotations would cost the start of {@code obnova-host entropy} a quarter of the time until its window
 * is there.
 */
final class CommandModel {
    private CommandModel() {}

    /** A command with {@code --help}; the texts come from the resource bundle. */
    static CommandSpec of(String name, Callable<Integer> command) {
        return CommandSpec.wrapWithoutInspection(command)
                .name(name)
                .addOption(OptionSpec.builder("-h", "--help")
                        .type(boolean.class)
                        .arity("0")
                        .usageHelp(true)
                        .descriptionKey("mixinStandardHelpOptions.help")
                        .build());
    }

    /** An option without a value. */
    static OptionSpec flag(String name) {
        return OptionSpec.builder(name).type(boolean.class).arity("0").build();
    }

    /** An option with a value. */
    static OptionSpec value(String name, String label, Class<?> type, boolean required) {
        return OptionSpec.builder(name)
                .type(type)
                .arity("1")
                .paramLabel(label)
                .required(required)
                .build();
    }

    /** What must stand behind the command. */
    static PositionalParamSpec positional(String label) {
        return PositionalParamSpec.builder()
                .type(String.class)
                .index("0")
                .arity("1")
                .paramLabel(label)
                .required(true)
                .descriptionKey(label)
                .build();
    }

    /** What was given behind the command. */
    static String given(CommandSpec spec) {
        return spec.commandLine().getParseResult().matchedPositionalValue(0, "");
    }

    /** Whether the flag was given. */
    static boolean has(CommandSpec spec, String flag) {
        return spec.commandLine().getParseResult().hasMatchedOption(flag);
    }
}
