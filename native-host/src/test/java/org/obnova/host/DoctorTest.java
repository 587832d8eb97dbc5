// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.host.command.Product;
import org.obnova.host.diagnostics.Examined;
import org.obnova.host.diagnostics.Verdict;
import org.obnova.host.site.ExtensionCaller;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;

/** A computer is broken in one place at a time: the diagnostics name that place, mend what can be mended, and touch nothing else. */
class DoctorTest {
    @TempDir
    Path folder;

    @Test
    void wholeComputer_isGreen() throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            Map<String, String> before = computer.tree();
            assertThat(look(computer, false))
                    .allSatisfy(each -> assertThat(each.finding()).matches(finding -> finding.verdict() == Verdict.OK));
            assertThat(computer.tree()).as("looking changes nothing").isEqualTo(before);
        }
    }

    /** As with a key of one's own: the published one is worth nothing then. */
    @Test
    void lockedExtensions_alone_areLookedFor() throws IOException {
        String own = "abcdefghijklmnopabcdefghijklmnop";
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            computer.write(
                    "etc/obnova/host.json",
                    "{\"formatVersion\":1,\"locked\":[\"extensions\"],\"extensions\":[\"" + own + "\",\""
                            + ExtensionCaller.FIREFOX_ID + "\"]}");
            assertThat(named(look(computer, false)))
                    .containsEntry("host-manifest.chromium", "PROBLEM extension-forbidden");
            computer.write(
                    "home/anna/.config/chromium/Default/Preferences",
                    "{\"extensions\":{\"settings\":{\"" + own + "\":{\"state\":1,\"manifest\":{\"version\":\""
                            + Product.VERSION + "\"}}}}}");
            computer.write("home/anna/.mozilla/firefox/abc.default-esr/extensions.json", "{\"addons\":[]}");
            assertThat(named(look(computer, true))).isEmpty();
            assertThat(Files.readString(computer.chromiumManifest()))
                    .contains(own)
                    .doesNotContain(ExtensionCaller.CHROMIUM_ID);
        }
    }

    @ParameterizedTest
    @MethodSource("org.obnova.host.Breakages#all")
    void breakage_isNamed_andMendedWhereItCanBe_andNothingElseIsTouched(Breakages.Breakage breakage)
            throws IOException {
        try (SampleComputer computer = new SampleComputer(folder.resolve("c"))) {
            Map<String, String> whole = computer.tree();
            breakage.breaking().of(computer);
            Map<String, String> broken = computer.tree();
            assertThat(named(look(computer, false)))
                    .containsEntry(breakage.check(), breakage.verdict() + " " + breakage.reason());
            assertThat(computer.tree()).as("looking changes nothing").isEqualTo(broken);

            List<Examined> after = look(computer, true);
            Examined examined = of(breakage.check(), after);
            boolean mended = breakage.mending() != Breakages.Mending.NOT_BY_US;
            assertThat(examined.fixed()).isEqualTo(mended);
            assertThat(examined.finding().verdict() == Verdict.OK).isEqualTo(mended);
            switch (breakage.mending()) {
                case TO_THE_OCTET ->
                    assertThat(without(computer.tree(), "opt/obnova-0", "opt/other"))
                            .isEqualTo(whole);
                case KEEPING_ASIDE -> {
                    Map<String, String> kept = computer.tree();
                    broken.forEach((place, content) -> assertThat(kept.values()).contains(content));
                    assertThat(named(look(computer, false))).isEmpty();
                }
                case NOT_BY_US -> assertThat(computer.tree()).isEqualTo(broken);
            }
        }
    }

    @Test
    void breakages_areTwentyAtLeast_andEachIsNamedOnce() {
        assertThat(Breakages.all().map(Breakages.Breakage::name).toList())
                .hasSizeGreaterThan(40)
                .doesNotHaveDuplicates();
    }

    private static Map<String, String> without(Map<String, String> tree, String... beginnings) {
        Map<String, String> left = new LinkedHashMap<>(tree);
        left.keySet().removeIf(place -> Stream.of(beginnings).anyMatch(place::startsWith));
        return left;
    }

    static List<Examined> look(SampleComputer computer, boolean mend) {
        RunningTask task =
                new RunningTask(new Requester.Person(), Language.RU, new Cancellation(), ProgressListener.none());
        return computer.diagnostics().run(task, check -> mend);
    }

    private static Map<String, String> named(List<Examined> all) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Examined each : all) {
            if (each.finding().isBad()) {
                named.put(
                        each.finding().check(),
                        each.finding().verdict() + " " + each.finding().reason());
            }
        }
        return named;
    }

    private static Examined of(String check, List<Examined> all) {
        return all.stream()
                .filter(each -> each.finding().check().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
