// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** How the log is written. */
public enum LogForm {
    /** For people at a terminal: what went wrong, and no line for each request. As {@code logback.xml} says. */
    TEXT,
    /** For programs: JSON lines, one for each request, and nothing else on standard error. */
    JSON;

    /** Name on the command line. */
    public String cliName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of that command-line name. */
    public static Optional<LogForm> ofCliName(String name) {
        return Arrays.stream(values())
                .filter(form -> form.cliName().equals(name))
                .findFirst();
    }

    /** Writes it so from now on. */
    public void use() {
        if (this == JSON && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            encode(context);
            context.getLogger(RequestLog.class).setLevel(Level.INFO);
            org.slf4j.Logger failures = LoggerFactory.getLogger(LogForm.class);
            Thread.setDefaultUncaughtExceptionHandler(
                    (thread, failure) -> failures.error("a thread ended by a failure", failure));
            takeOverJavaLogging();
        }
    }

    private static void encode(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            if (all.next() instanceof OutputStreamAppender<ILoggingEvent> stream) {
                JsonLines lines = new JsonLines();
                lines.setContext(context);
                lines.start();
                stream.setEncoder(lines);
            }
        }
    }

    /** Some libraries log by Java's own means, which write plain text. */
    private static void takeOverJavaLogging() {
        LogManager.getLogManager().reset();
        LogManager.getLogManager().getLogger("").addHandler(new Forwarding());
    }

    private static final class Forwarding extends Handler {
        private final SimpleFormatter texts = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            String from = Optional.ofNullable(line.getLoggerName()).orElse("java");
            LoggerFactory.getLogger(from)
                    .atLevel(
                            line.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()
                                    ? org.slf4j.event.Level.WARN
                                    : org.slf4j.event.Level.DEBUG)
                    .setCause(line.getThrown())
                    .log(texts.formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
