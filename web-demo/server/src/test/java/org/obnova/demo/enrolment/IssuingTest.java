// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.obnova.demo.Office;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.problem.ProblemCode;
import org.slf4j.LoggerFactory;

/** From the request to the certificate. */
class IssuingTest extends OpenDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void request_needsTheAgreement_andANewKey() {
        String id = signed("korableva-1");
        byte[] request = office.openssl.request(
                office.openssl.key(EC), EC, office.accountant().subject());
        refused(ProblemCode.STEP_OUT_OF_ORDER, () -> desk.receiveRequest(id, request));
        desk.agreeToIssue(id);
        Path oldKey = office.openssl.privateKey(office.key("korableva-1"));
        byte[] reused = office.openssl.request(oldKey, EC, office.accountant().subject());
        refused(ProblemCode.KEY_REUSED, () -> desk.receiveRequest(id, reused));

        assertThat(desk.receiveRequest(id, request).state()).isEqualTo(ApplicationState.ISSUING);
        assertThat(desk.receiveRequest(id, request).state()).isEqualTo(ApplicationState.ISSUING);
        assertThat(desk.request(id)).hasValue(new Der(request));

        String other = signed("korableva-2");
        desk.agreeToIssue(other);
        refused(ProblemCode.KEY_REUSED, () -> desk.receiveRequest(other, request));
    }

    @Test
    void issue_takesItsTime_andIsDoneOnce() {
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.ISSUING);
        assertThat(desk.issued(id)).isEmpty();

        office.queue.work();
        office.queue.work();

        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
        Issued issued = desk.issued(id).orElseThrow();
        assertThat(issued.chain()).hasSize(2);
        assertThat(issued.entry().notAfter()).isEqualTo("2027-11-22T09:00:00Z");
        assertThat(office.inbox.latest(9)).extracting(Message::kind).contains(Message.Kind.SMS, Message.Kind.EMAIL);
    }

    @Test
    void backlog_isWhatIsDueAndNotDone_andEachOutcomeIsToldOnce() {
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        assertThat(office.queue.backlog()).isEqualTo(new Backlog(0, Duration.ZERO));
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));
        office.clock.advance(Duration.ofMinutes(5));
        assertThat(office.queue.backlog()).isEqualTo(new Backlog(1, Duration.ofMinutes(5)));

        // An application that may only be looked at cannot go on.
        readOnly(id, 1);
        office.queue.work();
        assertThat(office.outcomes.seen()).containsExactly("put back");
        readOnly(id, 0);
        office.clock.advance(Duration.ofMinutes(1));
        office.queue.work();
        office.queue.work();

        assertThat(office.outcomes.seen()).containsExactly("put back", "ec");
        assertThat(office.queue.backlog()).isEqualTo(new Backlog(0, Duration.ZERO));
    }

    private void readOnly(String id, int value) {
        office.database.update(
                handle -> handle.execute("UPDATE application SET read_only = " + value + " WHERE id = ?", id));
    }

    @Test
    void everything_isThere_afterAReopening() {
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        byte[] request = office.openssl.request(
                office.openssl.key(EC), EC, office.accountant().subject());
        desk.receiveRequest(id, request);
        Application before = desk.find(id).orElseThrow();
        Document statement = desk.statement(id);
        // A process that ends in the midst of an issue leaves the job taken.
        assertThat(new JobRepository(office.database).claim(office.clock.instant(), 1))
                .containsExactly(id);
        office.close();

        office = Office.open(folder, EC, office.clock);
        desk = office.desk;

        assertThat(desk.find(id)).hasValue(before);
        assertThat(desk.statement(id)).isEqualTo(statement);
        assertThat(desk.request(id)).hasValue(new Der(request));
        office.queue.work();
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.ISSUING);
        // One process knows at its start that nobody else has the job; of several each waits out the lease.
        new JobRepository(office.database).release(office.clock.instant());
        if (office.database.isShared()) {
            office.clock.advance(JobRepository.LEASE);
        }
        office.queue.work();
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
    }

    @Test
    void issue_thatFails_keepsNoOtherBack_andIsTriedAgain() {
        String lost = signed("korableva-1");
        desk.agreeToIssue(lost);
        desk.receiveRequest(lost, request());
        String good = signed("korableva-2");
        desk.agreeToIssue(good);
        desk.receiveRequest(good, request());
        office.database.update(handle -> handle.execute("DELETE FROM request WHERE application = ?", lost));

        office.queue.work();

        assertThat(desk.find(good).orElseThrow().state()).isEqualTo(ApplicationState.RECEIPT);
        assertThat(desk.find(lost).orElseThrow().state()).isEqualTo(ApplicationState.ISSUING);
        assertThat(new JobRepository(office.database).nextDue())
                .hasValueSatisfying(due -> assertThat(due).isAfter(office.clock.instant()));
    }

    private byte[] request() {
        return office.openssl.request(
                office.openssl.key(EC), EC, office.accountant().subject());
    }

    @Test
    void workers_outliveADatabaseThatIsAway() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent line) {
                if (line.getMessage().contains("will go on")) {
                    failed.countDown();
                }
            }
        };
        listener.start();
        Logger logger = (Logger) LoggerFactory.getLogger(IssuingQueue.class);
        logger.addAppender(listener);
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        office.queue.start();
        office.database.update(handle -> handle.execute("ALTER TABLE job RENAME TO job_away"));

        office.queue.wake();
        assertThat(failed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        office.database.update(handle -> handle.execute("ALTER TABLE job_away RENAME TO job"));
        desk.receiveRequest(id, request());

        await().atMost(PATIENCE).until(() -> desk.find(id).orElseThrow().state() == ApplicationState.RECEIPT);
        assertThat(office.queue.isWorking()).isTrue();
        office.queue.close();
        logger.detachAppender(listener);
    }

    @Test
    void queue_works_onItsOwnThreads() {
        office.queue.start();
        String id = signed("korableva-1");
        desk.agreeToIssue(id);
        desk.receiveRequest(
                id,
                office.openssl.request(
                        office.openssl.key(EC), EC, office.accountant().subject()));

        await().atMost(PATIENCE).until(() -> desk.find(id).orElseThrow().state() == ApplicationState.RECEIPT);
        office.queue.close();
    }
}
