// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.obnova.host.task.Language;

/** The words of a window in the task's language: {@code words_ru.properties} (UTF-8) beside the window's class. */
public final class Words {
    private final Language language;
    private final Properties words = new Properties();

    private Words(Language language) {
        this.language = language;
    }

    /** The words beside a class, and behind them those of the shared frame. */
    public static Words beside(Class<?> window, Language language) {
        Words words = new Words(language);
        words.load(Words.class);
        words.load(window);
        return words;
    }

    private void load(Class<?> neighbour) {
        String name = "words_" + language.tag() + ".properties";
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + neighbour.getName());
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a key. */
    public String text(String key) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return text;
    }

    /** The text of a key, with <code>{name}</code> replaced. */
    public String text(String key, Map<String, String> values) {
        String text = text(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    /** The caption of a control, whose mnemonic is marked in the words by {@code &}. */
    public Caption caption(String key) {
        return Caption.of(text(key));
    }

    /** With the number and the form that it demands: keys {@code key.one}, {@code key.few} (Russian), {@code key.many}. */
    public String count(String key, long number) {
        return text(key + "." + form(number), Map.of("n", Long.toString(number)));
    }

    private String form(long number) {
        long units = number % 10;
        long tens = number % 100;
        return switch (language) {
            case EN -> number == 1 ? "one" : "many";
            case RU -> {
                if (tens >= 11 && tens <= 14) {
                    yield "many";
                }
                yield units == 1 ? "one" : units >= 2 && units <= 4 ? "few" : "many";
            }
        };
    }

    /** The language of these words. */
    public Language language() {
        return language;
    }
}
