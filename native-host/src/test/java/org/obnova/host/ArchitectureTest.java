// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house rules, each with its reason. */
class ArchitectureTest {
    private static final String ROOT = "org.obnova.host";

    /** A package with those beneath it, and what of ours it may import, names apart by spaces or in texts of their own. The same list stands in each package's description. */
    private static final Map<String, Set<String>> IMPORTS = Map.ofEntries(
            allowed("json"),
            allowed("cipher"),
            allowed("secret"),
            allowed("fault", "json"),
            allowed("log", "fault"),
            allowed("task", "fault"),
            allowed("platform", "fault", "task"),
            allowed("settings", "fault", "json", "platform"),
            allowed("site", "fault", "json", "task", "platform", "settings"),
            allowed("messaging", "fault", "task", "json"),
            allowed("entropy", "fault", "secret", "task"),
            allowed("keys", "fault", "secret"),
            allowed("certificate", "fault", "keys"),
            allowed("request", "fault", "keys", "certificate"),
            allowed("storage", "fault log secret task json cipher keys certificate platform settings"),
            allowed("decryption", "fault", "task", "cipher", "keys", "certificate", "storage"),
            allowed("signature", "fault", "secret", "task", "keys", "storage", "certificate"),
            allowed("renewal", "fault secret task json keys entropy certificate request platform storage"),
            allowed("backup", "fault secret task json keys certificate platform storage renewal"),
            allowed("personalstore", "fault", "secret", "task", "json", "keys", "certificate", "platform", "storage"),
            allowed("diagnostics", "certificate fault json platform renewal settings site storage task workstation"),
            allowed(
                    "command",
                    "diagnostics fault json log task messaging settings site keys certificate storage signature renewal backup decryption personalstore transfer workstation"),
            allowed("workstation", "fault", "task", "json", "certificate", "platform", "settings", "personalstore"),
            allowed("transfer", "fault", "secret", "task", "keys", "certificate", "platform", "storage"),
            allowed(
                    "cli",
                    "diagnostics site fault json log task keys certificate storage renewal entropy transfer backup decryption settings workstation"),
            allowed(
                    "ui",
                    "diagnostics fault secret task settings site storage signature decryption renewal entropy personalstore certificate keys platform transfer workstation"));

    @SuppressWarnings("NullAway.Init")
    private static JavaClasses host;

    @BeforeAll
    static void read() {
        host = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/image-classes/"))
                .importPackages(ROOT);
    }

    @TestFactory
    Stream<DynamicTest> packages_importWhatTheirDescriptionsAllow() {
        return IMPORTS.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey() + " imports " + new TreeSet<>(entry.getValue()), () -> {
                            List<String> forbidden = new ArrayList<>(List.of(ROOT));
                            IMPORTS.keySet().stream()
                                    .filter(other -> !other.equals(entry.getKey())
                                            && !entry.getValue().contains(other))
                                    .forEach(other -> forbidden.add(ROOT + "." + other + ".."));
                            noClasses()
                                    .that()
                                    .resideInAPackage(ROOT + "." + entry.getKey() + "..")
                                    .should()
                                    .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
                                    .because(
                                            "a capability that knows only what it needs can be read, tested and replaced"
                                                    + " alone; the root (Main, Wiring) is imported by nothing")
                                    .check(host);
                        }));
    }

    @Test
    void packages_areAllListedHere() {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : host) {
            String name = each.getPackageName();
            if (!name.equals(ROOT)) {
                String rest = name.substring(ROOT.length() + 1);
                int dot = rest.indexOf('.');
                found.add(dot < 0 ? rest : rest.substring(0, dot));
            }
        }
        assertThat(found).as("a package without a rule would escape the rules").isSubsetOf(IMPORTS.keySet());
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("what depends on one another is one thing, and cannot be understood apart")
                .check(host);
    }

    @Test
    void standardStreams_areUsedInMessagingOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".messaging")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(FileDescriptor.class, "out")
                .orShould()
                .accessField(FileDescriptor.class, "in")
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .because("a stray print breaks a frame, and with it the connection")
                .check(host);
    }

    @Test
    void swing_isUsedInUiOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.swing..", "com.formdev.."))
                .because("asking the person is a port; the rest works and is tested without a display")
                .check(host);
    }

    @Test
    void theProcess_isEndedInMainOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .callMethodWhere(target(nameMatching("exit|halt"))
                        .and(target(owner(resideInAPackage("java.lang"))))
                        .as("System.exit or Runtime.halt"))
                .because("an end in the middle would cut off files and replies that others are writing")
                .check(host);
    }

    @Test
    void dataBinding_isUsedNowhere() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind.."))
                .because("it makes the start four times as long (doc/decisions)")
                .check(host);
    }

    @Test
    void commandLineParser_isUsedInCliOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli")
                .should()
                .dependOnClassesThat(resideInAPackage("picocli.."))
                .because("a browser's start must not load it")
                .check(host);
    }

    @Test
    void tokenWrapper_isUsedInTheDriverProcessOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".storage.token.worker")
                .should()
                .dependOnClassesThat(resideInAnyPackage("iaik..", "org.xipki.."))
                .because("a vendor's library that crashes must not take the host with it")
                .check(host);
    }

    @Test
    void foreignFunctions_areCalledInTheProcessOfNssOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".personalstore.nss.worker")
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.foreign.."))
                .because("a foreign library that crashes must not take the host with it")
                .check(host);
    }

    @Test
    void dBus_isUsedForTheSecretServiceOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".storage.token.pin.secretservice")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.freedesktop..", "org.slf4j.."))
                .because("it is loaded only where a PIN is to be remembered")
                .check(host);
    }

    @Test
    void network_isUsedNowhere() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net.."))
                .orShould()
                .dependOnClassesThat(are(nameMatching("java\\.net\\.(Server)?Socket|java\\.net\\.URLConnection")
                        .forSubtype()))
                .because("the host speaks to the browser that started it, and to nobody else")
                .check(host);
    }

    @Test
    void securityProvider_isRegisteredNowhere() {
        noClasses()
                .should()
                .callMethod(Security.class, "addProvider", Provider.class)
                .because("registering Bouncy Castle costs 125 ms; its lightweight API does without")
                .check(host);
    }

    @Test
    void names_sayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*\\.Abstract[A-Z].*")
                .because("such a name says that nobody decided what the class is")
                .check(host);
        noClasses()
                .should(new ArchCondition<>("lie in a package for anything") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean anything = Stream.of("util", "utils", "common", "helper", "helpers", "misc", "shared")
                                .anyMatch(word -> ("." + item.getPackageName() + ".").contains("." + word + "."));
                        if (anything) {
                            events.add(SimpleConditionEvent.satisfied(item, item.getName() + " does"));
                        }
                    }
                })
                .because("a package is a capability that a person would recognise")
                .check(host);
    }

    @Test
    void everyPackage_isNullMarked() {
        classes()
                .that(alwaysTrue())
                .should(new ArchCondition<>("lie in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                        events.add(new SimpleConditionEvent(
                                item, marked, item.getPackageName() + (marked ? " is" : " is not")));
                    }
                })
                .because("NullAway checks marked packages only")
                .check(host);
    }

    @Test
    void everySource_hasItsHeader_andStaysReadable() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines)
                        .as("%s: who may use a file must stand in the file", file)
                        .startsWith(
                                "// SPDX-FileCopyrightText: 2026 The Obnova authors",
                                "// SPDX-License-Identifier: Apache-2.0");
                assertThat(lines.size())
                        .as("%s: lines; a longer file does two things", file)
                        .isLessThanOrEqualTo(400);
            }
        }
    }

    private static Map.Entry<String, Set<String>> allowed(String name, String... imports) {
        return Map.entry(name, Set.of(String.join(" ", imports).split(" ", -1)));
    }
}
