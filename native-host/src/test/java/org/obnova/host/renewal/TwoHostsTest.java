// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Workplace.NOW;
import static org.obnova.host.person.Workplace.ORIGIN;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.KeyGenerator;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.person.FakeTask;
import org.obnova.host.person.TestAuthority;
import org.obnova.host.person.Workplace;
import org.obnova.host.platform.FileActions;
import org.obnova.host.renewal.AbandonPrompt.Answer;

/** Two browsers at once, over one journal and one medium. */
class TwoHostsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority(KeyAlgorithm.EC_P256, NOW);
    private static final RenewalOrder ORDER = Workplace.order(KeyAlgorithm.EC_P256);

    @TempDir
    private Path folder;

    @Test
    void theSameOrder_makesOneKey_andGivesBothTheSameRequest() throws Exception {
        List<Workplace> hosts = hosts();
        hosts.forEach(each -> each.person().makesUp("p"));
        List<byte[]> requests = atOnce(
                hosts,
                host -> Objects.requireNonNull(
                        host.renewals().create(new FakeTask(), ORDER).request()));
        assertThat(requests.get(0)).isEqualTo(requests.get(1));
        assertThat(containers()).isEqualTo(1);
    }

    @RepeatedTest(4)
    void oneKeyThatLiesAbout_getsToOneRenewal() throws Exception {
        Workplace before = start();
        try (SoftwareKey key = new KeyGenerator().generate(KeyAlgorithm.EC_P256, new SecureRandom())) {
            before.put(before.storages().all().getFirst(), key, List.of(), "");
        }
        List<Workplace> hosts = hosts();
        hosts.forEach(each -> each.person().takesTheKeyOnOffer().enters("").makesUp(""));
        List<byte[]> requests = atOnce(
                hosts,
                host -> Objects.requireNonNull(host.renewals()
                        .create(new FakeTask(), order("app-" + hosts.indexOf(host)))
                        .request()));
        assertThat(requests.get(0)).isNotEqualTo(requests.get(1));
        assertThat(containers())
                .as("the other one, told of it too late, made its own")
                .isEqualTo(2);
        assertThat(start().orphans().all()).isEmpty();
    }

    @RepeatedTest(4)
    void givingUpAndInstalling_excludeEachOther() throws Exception {
        Workplace before = start();
        before.person().makesUp("");
        Made made = before.renewals().create(new FakeTask(), ORDER);
        X509CertificateHolder issued = AUTHORITY.issue(Objects.requireNonNull(made.request()), NOW);
        List<Workplace> hosts = hosts();
        hosts.get(0).person().givesUp(Answer.REMOVE_KEY);
        List<String> ends = atOnce(hosts, host -> {
            try {
                if (hosts.indexOf(host) == 0) {
                    return host.renewals()
                            .abandon(new FakeTask(), ORIGIN, made.renewal(), host.person())
                            .wireName();
                }
                host.renewals().install(new FakeTask(), ORIGIN, made.renewal(), issued, List.of(AUTHORITY.root()));
                return "installed";
            } catch (Fault e) {
                return e.code().wireName();
            }
        });
        assertThat(ends).isIn(List.of("removed", "renewal_abandoned"), List.of("renewal_finished", "installed"));
        assertThat(containers()).isEqualTo(ends.contains("installed") ? 1 : 0);
    }

    private static <T> List<T> atOnce(List<Workplace> hosts, Work<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(hosts.size())) {
            List<Callable<T>> calls =
                    hosts.stream().<Callable<T>>map(host -> () -> work.of(host)).toList();
            List<T> done = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(calls)) {
                done.add(each.get());
            }
            return done;
        }
    }

    private interface Work<T> {
        T of(Workplace host);
    }

    private List<Workplace> hosts() {
        return List.of(start(), start());
    }

    private long containers() {
        return start().storages().all().getFirst().containers().size();
    }

    private static RenewalOrder order(String application) {
        return new RenewalOrder(ORIGIN, application, KeyAlgorithm.EC_P256, Workplace.HOLDER, ORDER.storageId(), null);
    }

    private Workplace start() {
        return new Workplace(folder.resolve("home"), FileActions.disk(), AUTHORITY.root());
    }
}
