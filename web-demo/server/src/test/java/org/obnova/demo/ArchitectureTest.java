// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that keep the server's parts apart; each says why. */
class ArchitectureTest {
    private static final String ROOT = "org.obnova.demo";

    /** What each package may import of ours. */
    private static final Map<String, Set<String>> OURS = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("store", Set.of()),
            Map.entry("visitors", Set.of("store")),
            Map.entry("staff", Set.of("problem", "store")),
            Map.entry("revocation", Set.of("audit", "ca", "holders", "notifications", "problem", "store")),
            Map.entry("audit", Set.of("store")),
            Map.entry("backup", Set.of("store")),
            Map.entry("media", Set.of("problem")),
            Map.entry("agencies", Set.of("identity", "problem", "registers")),
            Map.entry("recognition", Set.of("identity", "problem")),
            Map.entry("registers", Set.of("ca", "identity", "problem", "store")),
            Map.entry("identity", Set.of("problem")),
            Map.entry("regime", Set.of("problem")),
            Map.entry("documents", Set.of("problem", "store")),
            Map.entry("print", Set.of("identity")),
            Map.entry("lint", Set.of()),
            Map.entry("ca", Set.of("audit", "lint", "problem", "store")),
            Map.entry(
                    "review",
                    Set.of(
                            "audit",
                            "documents",
                            "enrolment",
                            "holders",
                            "identity",
                            "notifications",
                            "problem",
                            "regime",
                            "registers",
                            "store")),
            Map.entry(
                    "operator",
                    Set.of(
                            "audit",
                            "ca",
                            "cmp",
                            "documents",
                            "enrolment",
                            "holders",
                            "identity",
                            "problem",
                            "regime",
                            "registers",
                            "review",
                            "revocation",
                            "staff",
                            "web")),
            Map.entry("ocsp", Set.of("ca")),
            Map.entry("cmp", Set.of("audit", "ca", "lint", "problem", "store")),
            Map.entry("timestamp", Set.of("ca")),
            Map.entry("watch", Set.of("ca", "enrolment", "store", "web")),
            Map.entry("notifications", Set.of("problem", "store")),
            Map.entry("holders", Set.of("ca", "identity", "media", "notifications", "problem", "store")),
            Map.entry("accounts", Set.of("ca", "holders", "notifications", "problem", "store")),
            Map.entry("gateways", Set.of("notifications", "store")),
            Map.entry("reminders", Set.of("ca", "holders", "notifications", "store")),
            Map.entry(
                    "enrolment",
                    Set.of(
                            "audit",
                            "ca",
                            "holders",
                            "identity",
                            "media",
                            "notifications",
                            "problem",
                            "regime",
                            "registers",
                            "store",
                            "timestamp")),
            Map.entry(
                    "web",
                    Set.of(
                            "agencies",
                            "audit",
                            "recognition",
                            "accounts",
                            "ca",
                            "cmp",
                            "documents",
                            "print",
                            "review",
                            "enrolment",
                            "holders",
                            "identity",
                            "media",
                            "notifications",
                            "problem",
                            "regime",
                            "revocation",
                            "staff",
                            "visitors",
                            "registers")),
            Map.entry(
                    "cabinet",
                    Set.of(
                            "recognition",
                            "accounts",
                            "ca",
                            "documents",
                            "print",
                            "review",
                            "enrolment",
                            "holders",
                            "identity",
                            "media",
                            "notifications",
                            "problem",
                            "regime",
                            "registers",
                            "web")),
            Map.entry("extern", Set.of("ca", "holders", "problem", "web")),
            Map.entry("switches", Set.of("agencies", "problem", "registers", "web")),
            Map.entry("inbox", Set.of("notifications", "web")),
            Map.entry("webdisk", Set.of("problem", "web")));

    /** The packages that do the CA's work, and know nothing of pages. */
    private static final String[] CAPABILITIES = {
        ROOT + ".problem..",
        ROOT + ".store..",
        ROOT + ".audit..",
        ROOT + ".backup..",
        ROOT + ".lint..",
        ROOT + ".ca..",
        ROOT + ".ocsp..",
        ROOT + ".cmp..",
        ROOT + ".timestamp..",
        ROOT + ".notifications..",
        ROOT + ".holders..",
        ROOT + ".media..",
        ROOT + ".accounts..",
        ROOT + ".gateways..",
        ROOT + ".reminders..",
        ROOT + ".identity..",
        ROOT + ".regime..",
        ROOT + ".registers..",
        ROOT + ".recognition..",
        ROOT + ".agencies..",
        ROOT + ".documents..",
        ROOT + ".review..",
        ROOT + ".revocation..",
        ROOT + ".staff..",
        ROOT + ".visitors..",
        ROOT + ".enrolment.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packages_importOnlyWhatTheirDescriptionSays() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            String source = part(from);
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(ArchitectureTest::part)
                    .filter(target -> !source.isEmpty() && !source.equals(target))
                    .filter(target -> !OURS.getOrDefault(source, Set.of()).contains(target))
                    .forEach(target -> wrong.add(source + " -> " + target + " in " + from.getName()));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void packages_areAllKnownHere() {
        Set<String> present = CLASSES.stream()
                .map(ArchitectureTest::part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());

        assertThat(OURS.keySet()).containsAll(present);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part that is used by what it uses cannot be understood alone")
                .check(CLASSES);
    }

    @Test
    void capabilities_knowNothingOfTheWeb() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "gg.jte..", "jakarta.servlet..")
                .because("what the CA decides does not depend on how it is asked")
                .check(CLASSES);
    }

    @Test
    void pages_knowNothingOfDatabaseAndCertificates() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".web..",
                        ROOT + ".cabinet..",
                        ROOT + ".operator..",
                        ROOT + ".inbox..",
                        ROOT + ".webdisk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "org.flywaydb..", "org.sqlite..")
                .because("pages show what the services say, and keep nothing")
                .check(CLASSES);
    }

    @Test
    void databaseEngine_isKnownToStoreAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flywaydb..", "org.sqlite..", "javax.sql..")
                .because("another database is one setting, not a search through all SQL")
                .check(CLASSES);
    }

    @Test
    void server_sharesNoCodeWithTheHost() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.obnova.host..", "org.obnova.testkit..")
                .because("each checks what the other writes, and a shared mistake would be seen by neither")
                .check(CLASSES);
    }

    @Test
    void onlyMain_endsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("a part that ends the process takes the others' work with it")
                .check(CLASSES);
    }

    @Test
    void nobody_writesToStandardOutput() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because(
                        "standard output is for the line that says the server is ready; all else is logged, without personal data")
                .check(CLASSES);
    }

    @Test
    void services_takeTheClockThatTheyAreGiven() {
        List<Class<?>> clocks = List.of(
                java.time.Instant.class,
                java.time.LocalDate.class,
                java.time.LocalDateTime.class,
                java.time.ZonedDateTime.class,
                java.time.OffsetDateTime.class);
        for (Class<?> clock : clocks) {
            noClasses()
                    .that()
                    .resideInAnyPackage(CAPABILITIES)
                    .should()
                    .callMethod(clock, "now")
                    .because("days left are counted by the CA's clock, which tests move")
                    .check(CLASSES);
        }
    }

    @Test
    void names_sayWhatAClassIsFor() {
        Stream.of("Util", "Utils", "Helper", "Manager", "Impl", "Common")
                .forEach(suffix -> classes()
                        .should()
                        .haveSimpleNameNotEndingWith(suffix)
                        .because("such a name says nothing, and collects everything")
                        .check(CLASSES));
        classes()
                .should()
                .haveSimpleNameNotStartingWith("Abstract")
                .because("a capability is named for what it does")
                .check(CLASSES);
    }

    /** The first part of the package's name behind ours; empty for the wiring. */
    private static String part(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
    }
}
