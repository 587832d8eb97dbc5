// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;
import static org.obnova.host.person.Workplace.NOW;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.person.FakeProgramsPerson;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.task.Task;

class PublishingTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);

    @TempDir
    Path folder;

    private final FakeProgramsPerson person = new FakeProgramsPerson();
    private final List<String> put = new ArrayList<>();

    @Test
    void certificate_goToEachProgramThatIsTicked_afterTheKeysPassword() {
        Workplace host = host();
        String certificate = present(host, KeyAlgorithm.EC_P256);
        host.person().enters("original");
        person.ticks(store -> !store.program().equals("Thunderbird"));

        List<Published> published =
                publish(host, certificate, store("Chromium"), store("Firefox"), store("Thunderbird"));

        assertThat(put).containsExactly("Chromium", "Firefox");
        assertThat(published)
                .containsExactly(
                        new Published("Chromium", PublishState.INSTALLED, null),
                        new Published("Firefox", PublishState.INSTALLED, null));
        assertThat(person.shown)
                .containsExactly(
                        Workplace.HOLDER.commonName() + " in This computer to [Chromium, Firefox, Thunderbird]");
        assertThat(host.person().questions())
                .extracting(PasswordPrompt.Question::purpose)
                .containsExactly(Purpose.PUBLISH);
    }

    @Test
    void programThatRefuses_keepNoOtherFromHavingIt_andSayWhy() {
        Workplace host = host();
        String certificate = present(host, KeyAlgorithm.RSA_3072);
        host.person().enters("original");

        List<Published> published =
                publish(host, certificate, store("Chromium", ErrorCode.PERSONAL_STORE_READ_ONLY), store("Firefox"));

        assertThat(published).extracting(Published::state).containsExactly(PublishState.FAILED, PublishState.INSTALLED);
        assertThat(published.getFirst().why())
                .extracting(why -> why == null ? null : why.code())
                .isEqualTo(ErrorCode.PERSONAL_STORE_READ_ONLY);
    }

    /** A site learns of programs, and not how many profiles a person has. */
    @Test
    void profilesOfOneProgram_beToldAsOne_byTheWorst() {
        Workplace host = host();
        String certificate = present(host, KeyAlgorithm.EC_P256);
        host.person().enters("original");

        List<Published> published = publish(
                host,
                certificate,
                store("Firefox"),
                store("Firefox", ErrorCode.PERSONAL_STORE_LOCKED),
                store("Firefox"));

        assertThat(put).hasSize(2);
        assertThat(published).singleElement().extracting(Published::state).isEqualTo(PublishState.FAILED);
    }

    @Test
    void gostKey_beUnsupportedByAll_withoutAnyWindow() {
        Workplace host = host();
        String certificate = present(host, KeyAlgorithm.GOST_2012_256);

        List<Published> published = publish(host, certificate, store("Chromium"), store("Firefox"));

        assertThat(published)
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(PublishState.UNSUPPORTED))
                .extracting(Published::program)
                .containsExactly("Chromium", "Firefox");
        assertThat(put).isEmpty();
        assertThat(person.shown).isEmpty();
        assertThat(host.person().questions()).isEmpty();
    }

    @Test
    void person_mayLeaveIt_beforeTheKeyIsOpened() {
        Workplace host = host();
        String certificate = present(host, KeyAlgorithm.EC_P256);
        person.postpones();

        assertFault(ErrorCode.CANCELLED, () -> publish(host, certificate, store("Chromium")));

        assertThat(put).isEmpty();
        assertThat(host.person().questions()).isEmpty();
    }

    @Test
    void nothingToGiveItTo_andNothingToGive_beNamed() {
        Workplace host = host();
        String certificate = present(host, KeyAlgorithm.EC_P256);

        assertFault(ErrorCode.PERSONAL_STORE_NOT_FOUND, () -> publish(host, certificate));
        assertFault(ErrorCode.CONTAINER_NOT_FOUND, () -> publish(host, "0".repeat(64), store("Chromium")));
    }

    private Workplace host() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }

    private static String present(Workplace host, KeyAlgorithm algorithm) {
        return Thumbprint.sha256(
                host.present(AUTHORITY, algorithm, "original", NOW).chain().getFirst());
    }

    private List<Published> publish(Workplace host, String certificate, PersonalStore... stores) {
        return new Publishing(host.storages(), () -> List.of(stores), person)
                .publish(new FakeTask(), certificate, true);
    }

    private PersonalStore store(String program) {
        return store(program, null);
    }

    private PersonalStore store(String program, @Nullable ErrorCode refusal) {
        return new PersonalStore() {
            @Override
            public String program() {
                return program;
            }

            @Override
            public String detail() {
                return "";
            }

            @Override
            public PublishState put(Task task, Identity identity, StorePassword password) {
                if (refusal != null) {
                    throw new Fault(refusal, "scripted");
                }
                put.add(program);
                return PublishState.INSTALLED;
            }
        };
    }
}
