// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obnova.host.command.CallerCheck;
import org.obnova.host.command.Dispatcher;
import org.obnova.host.command.Server;
import org.obnova.host.command.WorkRunner;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;
import org.obnova.host.log.FileLog;
import org.obnova.host.messaging.FrameReader;
import org.obnova.host.messaging.FrameWriter;
import org.obnova.host.messaging.Request;
import org.obnova.host.messaging.StandardStreams;
import org.obnova.host.messaging.WorkResult;
import org.obnova.host.platform.Directories;
import org.obnova.host.settings.SettingsLoader;
import org.obnova.host.site.ExtensionCaller;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;

/**
 * Builds every object by hand; nothing imports it but {@link Main}. What {@code hello} does without is built when it is first asked for.
 * Named classes instead of lambdas on the way to {@code hello}: a lambda's bootstrap would be a tenth of the start.
 */
final class Wiring {
    private final StandardStreams streams;
    private @Nullable Directories directories;

    Wiring(StandardStreams streams) {
        this.streams = streams;
    }

    Server server(String[] args, Runnable gone) {
        FrameWriter writer = new FrameWriter(streams.out(), gone);
        ExtensionCaller caller = ExtensionCaller.of(args, new ConfiguredExtensions());
        EventLog log = new FileLog(new LogFile(), InstantSource.system());
        Dispatcher dispatcher = new Dispatcher(new Check(caller), new Runner(), writer, log);
        return new Server(new FrameReader(streams.in()), writer, dispatcher);
    }

    private synchronized Directories directories() {
        Directories known = directories;
        if (known == null) {
            known = Directories.fromEnvironment();
            directories = known;
        }
        return known;
    }

    private SettingsLoader settings() {
        return new SettingsLoader(directories().config().resolve("host.json"), SettingsLoader.ADMINISTRATOR);
    }

    private record Check(ExtensionCaller caller) implements CallerCheck {
        @Override
        public void check() {
            caller.check();
        }
    }

    private final class ConfiguredExtensions implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            return settings().load().extensions();
        }
    }

    private final class LogFile implements Supplier<java.nio.file.Path> {
        @Override
        public java.nio.file.Path get() {
            return directories().state().resolve("host.log");
        }
    }

    private static final class Runner implements WorkRunner {
        @Override
        public WorkResult run(
                Request.Work request, Language language, Cancellation cancellation, ProgressListener listener) {
            throw new Fault(ErrorCode.METHOD_NOT_FOUND, "not yet");
        }
    }
}
