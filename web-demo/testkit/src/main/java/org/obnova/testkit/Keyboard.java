// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Keys and pointer of a display, through xdotool. The waits are the person's own: xdotool makes them between two events. */
final class Keyboard {
    private final Display display;

    Keyboard(Display display) {
        this.display = display;
    }

    /** What the person does next; each call adds to it, {@link Script#go()} does it. */
    Script script() {
        return new Script();
    }

    private Program.Result xdotool(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add("xdotool");
        command.addAll(words);
        return Program.run(Map.of("DISPLAY", display.name(), "LANG", "C.UTF-8", "LC_ALL", "C.UTF-8"), command);
    }

    /** The host's windows that can be seen now, with their titles. */
    Map<String, String> windows() {
        Program.Result found = xdotool(List.of("search", "--onlyvisible", "--name", "^" + HostWindow.PREFIX));
        Map<String, String> titles = new LinkedHashMap<>();
        if (found.status() == 0) {
            for (String id : found.output().strip().split("\\s+", -1)) {
                Program.Result title = xdotool(List.of("getwindowname", id));
                if (title.status() == 0) {
                    titles.put(id, title.output().strip());
                }
            }
        }
        return titles;
    }

    /** A chain of events. */
    final class Script {
        private final List<String> words = new ArrayList<>();

        Script pause(double seconds) {
            words.addAll(List.of("sleep", String.format(Locale.ROOT, "%.3f", seconds)));
            return this;
        }

        Script key(String name) {
            words.addAll(List.of("key", "--clearmodifiers", name));
            return this;
        }

        Script type(String text) {
            if (!text.isEmpty()) {
                // Without a count it would type the rest of the chain, too.
                words.addAll(List.of("type", "--args", "1", "--delay", "15", text));
            }
            return this;
        }

        Script pointer(int x, int y) {
            words.addAll(List.of("mousemove", Integer.toString(x), Integer.toString(y)));
            return this;
        }

        /** Wanders over the middle of the screen and presses keys, never in an even rhythm. */
        Script fidget(RandomGenerator random, int moves) {
            int x = 640;
            int y = 430;
            for (int i = 0; i < moves; i++) {
                x = Math.clamp(x + (int) Math.round(random.nextGaussian() * 25), 400, 880);
                y = Math.clamp(y + (int) Math.round(random.nextGaussian() * 18), 330, 560);
                pointer(x, y).pause(0.004 + random.nextExponential() * 0.012);
                if (random.nextInt(6) == 0) {
                    key(String.valueOf((char) ('a' + random.nextInt(26)))).pause(random.nextExponential() * 0.02);
                }
            }
            return this;
        }

        void go() {
            Program.Result result = xdotool(words);
            if (result.status() != 0) {
                throw new IllegalStateException("xdotool failed: " + result.output());
            }
        }
    }
}
