// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.obnova.host.person.Faults.assertFault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.Purpose;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import org.obnova.host.task.Task;

@Timeout(60)
class LoginsTest {
    private static final PinUse USE = new PinUse(Purpose.SIGN_DOCUMENT, "Ёлкина", "c-1");

    private final List<Runnable> alarms = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Logins logins = new Logins(() -> now, (time, work) -> alarms.add(work));
    private final FakeToken token = new FakeToken();
    private final FakePinPerson person = new FakePinPerson().enters("right", "right", "right", "right");
    private final PinCare care =
            new PinCare(person, new Remembering(new NoRememberedPins(), new FakeDoubts(), () -> true), logins);

    @Test
    void login_lastForTheSamesSitesNextTask() {
        login("a");
        now = now.plus(Duration.ofMinutes(4));
        login("a");
        now = now.plus(Duration.ofMinutes(4));
        login("a");

        assertThat(token.calls).containsExactly("login right");
    }

    @Test
    void login_endAfterFiveMinutesWithoutUse_byItself() {
        login("a");
        now = now.plus(Logins.IDLE);
        ring();

        assertThat(token.calls).containsExactly("login right", "logout");

        login("a");
        assertThat(token.logins()).isEqualTo(2);
    }

    @Test
    void login_endAfterFiveMinutes_alsoWhereTheAlarmSleptWithTheComputer() {
        login("a");
        now = now.plus(Duration.ofHours(8));

        login("a");

        assertThat(token.calls).containsExactly("login right", "logout", "login right");
    }

    @Test
    void alarmOfAnEarlierUse_notEndTheLogin() {
        login("a");
        now = now.plus(Duration.ofMinutes(4));
        login("a");
        now = now.plus(Duration.ofMinutes(1));
        ring();

        assertThat(token.isLoggedIn()).isTrue();
        now = now.plus(Duration.ofMinutes(4));
        ring();
        assertThat(token.isLoggedIn()).isFalse();
    }

    @Test
    void login_notEndWhileItIsUsed() {
        login("a");
        Login used = care.login(site("a"), token, USE);
        now = now.plus(Duration.ofHours(1));
        ring();
        login("a");
        assertThat(token.isLoggedIn()).isTrue();

        used.close();
        used.close();
        now = now.plus(Logins.IDLE);
        ring();
        assertThat(token.isLoggedIn()).isFalse();
    }

    @Test
    void anotherSite_beAskedAnew() {
        login("a");
        login("b");

        assertThat(token.calls).containsExactly("login right", "logout", "login right");
    }

    @Test
    void personAtTheCommandLine_beAskedAnew() {
        login("a");
        care.login(task(new Requester.Person()), token, USE).close();

        assertThat(token.calls).containsExactly("login right", "logout", "login right");
    }

    @Test
    void renewalThatIsThrough_endTheLogin_asSoonAsNobodyUsesIt() {
        Login first = care.login(site("a"), token, USE);
        Login second = care.login(site("a"), token, USE);

        first.end();
        first.close();
        assertThat(token.isLoggedIn()).isTrue();
        second.close();

        assertThat(token.calls).containsExactly("login right", "logout");
    }

    @Test
    void pulledToken_beAskedAnew_withoutALogout() {
        login("a");
        token.reinsert();
        logins.removed("token-1");
        login("a");

        assertThat(token.calls).containsExactly("login right", "login right");
    }

    @Test
    void insertionThatNobodyTold_beAskedAnew() {
        login("a");
        token.reinsert();
        login("a");

        assertThat(token.logins()).isEqualTo(2);
        assertThat(person.questions).hasSize(2);
    }

    @Test
    void loginThatNobodyKnowsOf_letNoOtherPinPass() throws Exception {
        token.login(Secret.ofPassword("right".toCharArray()));
        FakePinPerson guesser = new FakePinPerson().enters("guess");

        assertFault(
                ErrorCode.CANCELLED,
                () -> new PinCare(
                                guesser, new Remembering(new NoRememberedPins(), new FakeDoubts(), () -> true), logins)
                        .login(site("b"), token, USE));

        assertThat(token.calls).endsWith("login guess", "logout", "login guess");
        assertThat(token.isLoggedIn()).isFalse();
    }

    @Test
    void anotherSite_waitUntilTheTokenIsFree() throws InterruptedException {
        Login used = care.login(site("a"), token, USE);
        CountDownLatch through = new CountDownLatch(1);
        Thread other = Thread.startVirtualThread(() -> {
            care.login(site("b"), token, USE).close();
            through.countDown();
        });
        while (other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(token.calls).containsExactly("login right");

        used.close();
        through.await();

        assertThat(token.calls).containsExactly("login right", "logout", "login right");
    }

    @Test
    void waitingTask_beCancellable() throws InterruptedException {
        Login used = care.login(site("a"), token, USE);
        Cancellation cancellation = new Cancellation();
        Task waiting =
                new RunningTask(new Requester.Site("b", "b"), Language.RU, cancellation, ProgressListener.none());
        CountDownLatch through = new CountDownLatch(1);
        Thread other = Thread.startVirtualThread(() -> {
            assertFault(ErrorCode.CANCELLED, () -> care.login(waiting, token, USE));
            through.countDown();
        });
        while (other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        cancellation.cancel();
        through.await();
        used.close();

        assertThat(token.logins()).isEqualTo(1);
    }

    @Test
    void failedLogin_leaveTheTokenToOthers() {
        FakePinPerson nobody = new FakePinPerson();
        assertFault(
                ErrorCode.CANCELLED,
                () -> new PinCare(nobody, new Remembering(new NoRememberedPins(), new FakeDoubts(), () -> true), logins)
                        .login(site("a"), token, USE));

        login("b");

        assertThat(token.calls).containsExactly("login right");
    }

    private void login(String site) {
        care.login(site(site), token, USE).close();
    }

    private void ring() {
        List<Runnable> due = List.copyOf(alarms);
        alarms.clear();
        due.forEach(Runnable::run);
    }

    private static Task site(String origin) {
        return task(new Requester.Site(origin, origin));
    }

    private static Task task(Requester requester) {
        return new RunningTask(requester, Language.RU, new Cancellation(), ProgressListener.none());
    }
}
