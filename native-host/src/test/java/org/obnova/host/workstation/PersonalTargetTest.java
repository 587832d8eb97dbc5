// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.Language;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;

/** {@link PersonalTarget} while another host changes the computer. */
class PersonalTargetTest {
    @TempDir
    private Path folder;

    @Test
    void install_waitsForTheOtherHost_andCanBeCancelledMeanwhile() {
        Computer computer = new Computer(folder).with("/usr/bin/chromium");
        PersonalTarget target = computer.workstation().personal(computer.service).stream()
                .filter(each -> each.id().equals("host-manifest.chromium"))
                .findFirst()
                .orElseThrow();
        Cancellation cancellation = new Cancellation();
        RunningTask task = new RunningTask(new Requester.Person(), Language.EN, cancellation, ProgressListener.none());

        try (InterProcessLock _ = InterProcessLock.acquire(target.lock())) {
            Thread.ofVirtual().start(cancellation::cancel);
            assertThatThrownBy(() -> target.install(task))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.CANCELLED));
        }

        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.MISSING);
        target.install(Computer.task());
        assertThat(computer.status("host-manifest.chromium")).isEqualTo(Status.READY);
    }
}
