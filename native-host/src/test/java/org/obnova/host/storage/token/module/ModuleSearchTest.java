// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obnova.host.settings.ModuleSetting;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Reason;
import org.obnova.host.storage.token.module.Surroundings.SystemKind;
import org.obnova.host.task.Language;

class ModuleSearchTest {
    @TempDir
    Path root;

    private FakeSystem system = new FakeSystem(Path.of("unset"), SystemKind.LINUX);

    @BeforeEach
    void linux() {
        system = new FakeSystem(root, SystemKind.LINUX);
    }

    @Test
    void search_findNothing_onABareSystem() throws IOException {
        Modules found = system.search();

        assertThat(found.usable()).isEmpty();
        assertThat(found.notListed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX,/usr/lib/x86_64-linux-gnu/librtpkcs11ecp.so,Рутокен",
        "LINUX,/opt/aktivco/rutokenecp/amd64/librtpkcs11ecp.so,Рутокен",
        "LINUX,/usr/lib/libjcPKCS11-2.so,JaCarta",
        "LINUX,/usr/lib64/pkcs11/libisbc_pkcs11_main.so,ESMART",
        "LINUX,/usr/lib/libeToken.so,SafeNet eToken",
        "LINUX,/opt/cprocsp/lib/amd64/libcppkcs11.so,КриптоПро CSP",
        "WINDOWS,/Windows/System32/rtPKCS11ECP.dll,Рутокен",
        "WINDOWS,/Program Files/Aktiv Co/Rutoken/rtPKCS11ECP.dll,Рутокен",
        "WINDOWS,/Windows/System32/jcPKCS11-2.dll,JaCarta",
        "MACOS,/Library/Frameworks/rtpkcs11ecp.framework/rtpkcs11ecp,Рутокен",
        "MACOS,/Library/Frameworks/jcPKCS11-2.framework/jcPKCS11-2,JaCarta",
    })
    void search_findVendorsModules_inTheirUsualPlaces(SystemKind kind, String place, String name) throws IOException {
        FakeSystem there = new FakeSystem(root, kind);
        Path library = there.write(
                place,
                switch (kind) {
                    case LINUX -> FakeSystem.elf(FakeSystem.X86_64);
                    case WINDOWS -> FakeSystem.pe(0x8664);
                    case MACOS -> FakeSystem.machO(0x01000007, 0x0100000C);
                });

        assertThat(there.search().usable())
                .extracting(FoundModule::name, FoundModule::library)
                .containsExactly(tuple(name, library.toRealPath()));
    }

    @Test
    void search_takeOneCopyOfAVendorsModule_andOneThatFits() throws IOException {
        system.write("/usr/lib64/librtpkcs11ecp.so", FakeSystem.elf(FakeSystem.AARCH64));
        Path fitting = system.library("/usr/lib/librtpkcs11ecp.so");
        system.library("/opt/kontur.plugin/pkcs11/librtpkcs11ecp.so");

        Modules found = system.search();

        assertThat(found.usable()).extracting(FoundModule::library).containsExactly(fitting.toRealPath());
        assertThat(found.notListed()).isEmpty();
    }

    @Test
    void search_sayThatTheArchitectureIsWrong_whereNoCopyFits() throws IOException {
        system.write("/usr/lib/librtpkcs11ecp.so", FakeSystem.elf(FakeSystem.AARCH64));

        NotListed told = onlyOne(system.search());

        assertThat(told.reason()).isEqualTo(Reason.WRONG_ARCHITECTURE);
        assertThat(told.name()).isEqualTo("Рутокен");
        assertThat(told.message(Language.RU)).contains("ARM64").contains("x86-64");
        assertThat(told.hint(Language.EN)).contains("x86-64");
    }

    @Test
    void search_takeTheSameFileOnce_underTheNameOfTheSettings() throws IOException {
        Path library = system.library("/usr/lib/librtpkcs11ecp.so");
        Files.createSymbolicLink(system.path("/usr/lib/other-name.so"), library);
        system.write("/etc/pkcs11/modules/rutoken.module", "module: /usr/lib/other-name.so\n");

        Modules found = system.search(new ModuleSetting(library, "Мой токен", 60, false));

        assertThat(found.usable()).containsExactly(new FoundModule("Мой токен", library.toRealPath(), 60, true));
    }

    @Test
    void search_lookNowhereElse_whenKnownModulesAreOff() throws IOException {
        system.library("/usr/lib/librtpkcs11ecp.so");
        Path mine = system.library("/home/me/mine.so");

        Modules found = new ModuleSearch(system.surroundings())
                .search(List.of(new ModuleSetting(mine, null, null, true)), false);

        assertThat(found.usable()).extracting(FoundModule::name).containsExactly("mine.so");
    }

    @Test
    void search_sayThatANamedModuleIsMissing() throws IOException {
        NotListed told = onlyOne(system.search(new ModuleSetting(root.resolve("gone.so"), "Рутокен", null, false)));

        assertThat(told.reason()).isEqualTo(Reason.MISSING);
        assertThat(told.message(Language.RU)).contains("gone.so");
    }

    @Test
    void search_refuseWhatIsNoLibrary() throws IOException {
        Path script = system.write("/home/me/script.so", "#!/bin/sh\n".repeat(20));

        assertThat(onlyOne(system.search(named(script))).reason()).isEqualTo(Reason.REFUSED);
    }

    // What another user of this computer might try: each time the person's own settings name the path.

    @Test
    void search_refuseAPersonsModule_thatAnybodyMayChange() throws IOException {
        Path module = system.library("/home/me/module.so");
        Files.setPosixFilePermissions(module, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(onlyOne(system.search(named(module))).message(Language.EN))
                .contains("another user could replace it");
    }

    @Test
    void search_refuseAPersonsModule_inAFolderThatAnybodyMayChange() throws IOException {
        Path module = system.library("/home/me/open/deep/module.so");
        Files.setPosixFilePermissions(system.path("/home/me/open"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(onlyOne(system.search(named(module))).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void search_refuseALink_thatLeadsThroughAFolderAnybodyMayChange() throws IOException {
        Path module = system.library("/shared/module.so");
        Files.setPosixFilePermissions(system.path("/shared"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createDirectories(system.path("/home/me"));
        Path link = Files.createSymbolicLink(system.path("/home/me/module.so"), module);

        assertThat(onlyOne(system.search(named(link))).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void search_refuseALinkInAFolderAnybodyMayChange_thoughItLeadsToAGoodModule() throws IOException {
        Path module = system.library("/home/me/module.so");
        Files.createDirectories(system.path("/shared"));
        Path link = Files.createSymbolicLink(system.path("/shared/module.so"), module);
        Files.setPosixFilePermissions(system.path("/shared"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(onlyOne(system.search(named(link))).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void search_refuseALink_thatLeadsOutThroughDots() throws IOException {
        system.library("/shared/module.so");
        Files.setPosixFilePermissions(system.path("/shared"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createDirectories(system.path("/home/me"));
        Path link = Files.createSymbolicLink(
                system.path("/home/me/module.so"), Path.of("../../home/me/../../shared/module.so"));

        assertThat(onlyOne(system.search(named(link))).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void search_endWithAWord_whereLinksLeadInARing() throws IOException {
        Files.createDirectories(system.path("/home/me"));
        Path one = system.path("/home/me/one.so");
        Files.createSymbolicLink(one, Path.of("two.so"));
        Files.createSymbolicLink(system.path("/home/me/two.so"), Path.of("one.so"));

        assertThat(onlyOne(system.search(named(one))).reason()).isEqualTo(Reason.MISSING);
    }

    @Test
    void search_refuseAPersonsModule_ofAnotherOwner() throws IOException {
        Path module = system.library("/home/me/module.so");
        Surroundings ours = system.surroundings();
        int other = ours.person() + 4711;
        ModuleSearch search =
                new ModuleSearch(new Surroundings(ours.system(), ours.processor(), root, ours.environment(), other));

        // To another person the file belongs to a stranger, unless the stranger is the administrator.
        assertThat(search.search(List.of(named(module)), false).usable().isEmpty())
                .isEqualTo(ours.person() != 0);
    }

    @Test
    void search_takeTheAdministratorsWord_forAModuleThatAGroupMaintains() throws IOException {
        Path module = system.library("/opt/vendor/module.so");
        Files.setPosixFilePermissions(module, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThat(system.search(new ModuleSetting(module, null, null, false)).usable())
                .hasSize(1);
    }

    @Test
    void search_refuseTheAdministratorsModuleToo_whereAnybodyMayChangeIt() throws IOException {
        Path module = system.library("/opt/vendor/module.so");
        Files.setPosixFilePermissions(module, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(onlyOne(system.search(new ModuleSetting(module, null, null, false)))
                        .reason())
                .isEqualTo(Reason.REFUSED);
    }

    // p11-kit.

    @Test
    void search_readP11KitsConfigurations_andItsDefaultFolder() throws IOException {
        Path absolute = system.library("/usr/lib/vendor/absolute.so");
        Path relative = system.library("/usr/lib/x86_64-linux-gnu/pkcs11/relative.so");
        system.write("/usr/share/p11-kit/modules/a.module", "# words\nmodule: /usr/lib/vendor/absolute.so\n");
        system.write("/etc/pkcs11/modules/b.module", "module: relative.so\ncritical: no\n");

        assertThat(system.search().usable())
                .extracting(FoundModule::name, FoundModule::library)
                .containsExactly(tuple("a", absolute.toRealPath()), tuple("b", relative.toRealPath()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "module: /m.so;true",
                "module : /m.so;true",
                "module: /m.so~enable-in: firefox, obnova-host;true",
                "module: /m.so~disable-in: p11-kit-proxy;true",
                "module: /m.so~enable-in: geary, midori;false",
                "module: /m.so~disable-in: firefox obnova-host;false",
                "module: /m.so~trust-policy: yes;false",
                "module: /m.so~remote: |ssh somebody p11-kit remote /m.so;false",
                "module:;false",
                "# module: /m.so;false",
                "module: ../../../m.so;false",
                "no colon at all;false",
            })
    void search_honourWhatAConfigurationSays(String words, boolean used) throws IOException {
        system.library("/m.so");
        system.write("/etc/pkcs11/modules/it.module", words.replace('~', '\n'));

        assertThat(system.search().usable()).hasSize(used ? 1 : 0);
        assertThat(system.search().notListed()).isEmpty();
    }

    @Test
    void search_leaveTrustAndProxyOut_andSayWhy() throws IOException {
        system.library("/usr/lib/x86_64-linux-gnu/pkcs11/p11-kit-trust.so");
        system.library("/usr/lib/p11-kit-proxy.so");
        system.write(
                "/usr/share/p11-kit/modules/p11-kit-trust.module", "module: p11-kit-trust.so\ntrust-policy: yes\n");
        system.write("/etc/pkcs11/modules/proxy.module", "module: /usr/lib/p11-kit-proxy.so\n");

        Modules found = system.search();

        assertThat(found.usable()).isEmpty();
        assertThat(found.leftOut())
                .extracting(left -> left.why().en())
                .containsExactly(
                        "a store of trusted certificates; it holds no keys",
                        "shows the same modules that are found anyway");
    }

    @Test
    void search_letAnUpperConfigurationSwitchOffALowerOne() throws IOException {
        system.library("/m.so");
        system.write("/usr/share/p11-kit/modules/it.module", "module: /m.so\n");
        system.write("/home/me/.config/pkcs11/modules/it.module", "module:\n");

        assertThat(system.search().usable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none,package", "merge,package;person", "only,person", ",package;person"})
    void search_readThePersonsConfigurations_asTheAdministratorWants(@Nullable String userConfig, String names)
            throws IOException {
        system.library("/m.so");
        system.library("/home/me/n.so");
        system.write("/usr/share/p11-kit/modules/package.module", "module: /m.so\n");
        system.write("/home/me/.config/pkcs11/modules/person.module", "module: /home/me/n.so\n");
        if (userConfig != null) {
            system.write("/etc/pkcs11/pkcs11.conf", "user-config: " + userConfig + "\n");
        }

        assertThat(system.search().usable()).extracting(FoundModule::name).containsExactlyInAnyOrder(names.split(";"));
    }

    @Test
    void search_holdThePersonsConfigurations_toTheSameCareAsThePersonsSettings() throws IOException {
        Path module = system.library("/shared/module.so");
        Files.setPosixFilePermissions(module, PosixFilePermissions.fromString("rwxrwxrwx"));
        system.write("/home/me/.config/pkcs11/modules/it.module", "module: /shared/module.so\n");

        assertThat(onlyOne(system.search()).reason()).isEqualTo(Reason.REFUSED);
    }

    private static ModuleSetting named(Path module) {
        return new ModuleSetting(module, null, null, true);
    }

    private static NotListed onlyOne(Modules found) {
        assertThat(found.usable()).isEmpty();
        assertThat(found.notListed()).hasSize(1);
        return found.notListed().getFirst();
    }
}
