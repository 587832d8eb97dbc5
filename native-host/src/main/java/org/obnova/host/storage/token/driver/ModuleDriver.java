// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.log.EventLog;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.wire.Answer;
import org.obnova.host.storage.token.wire.Answers;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.MalformedFrameException;

/** A module and the process that it lives in at present. */
final class ModuleDriver implements Driver {
    private final ModuleEntry module;
    private final LaunchCommand command;
    private final EventLog log;
    private final Patience patience;
    private final Restarts restarts;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private volatile @Nullable DriverProcess current;
    private final AtomicLong generation = new AtomicLong();
    private volatile boolean closed;
    private boolean watched;

    ModuleDriver(ModuleEntry module, LaunchCommand command, EventLog log, InstantSource clock) {
        this.module = module;
        this.command = command;
        this.log = log;
        this.patience = new Patience(module.patience());
        this.restarts = new Restarts(clock);
    }

    @Override
    public String moduleName() {
        return module.name();
    }

    @Override
    public Path module() {
        return module.library();
    }

    @Override
    public long generation() {
        return generation.get();
    }

    @Override
    public <A> A call(Call<A> call) throws CkrException {
        queue(call);
        try {
            DriverProcess process = running();
            if (watched != !listeners.isEmpty()) {
                ask(process, new Call.Watch(!watched));
                watched = !watched;
            }
            A result = ask(process, call);
            restarts.worked();
            return result;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void queue(Call<?> call) {
        if (!call.atKeypad()) {
            oneAtATime.lock();
            return;
        }
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(ErrorCode.CANCELLED, "given up before its turn came", e);
        }
    }

    private <A> A ask(DriverProcess process, Call<A> call) throws CkrException {
        try {
            Answer answer = process.exchange(call, patience.of(call));
            if (answer instanceof Answer.Refusal refusal) {
                throw new CkrException(refusal.ckr(), refusal.function());
            }
            return result(process, call, answer);
        } catch (DriverProcess.Ended ended) {
            throw failed(faultOf(ended.why()));
        } catch (MalformedFrameException tooLarge) {
            throw new CkrException(Ckr.DATA_LEN_RANGE.number(), "call");
        }
    }

    private <A> A result(DriverProcess process, Call<A> call, Answer answer) {
        if (answer instanceof Answer.Result result) {
            try (var content = result.content()) {
                return Answers.result(call, content);
            } catch (MalformedFrameException e) {
                process.kill(DriverProcess.Cause.CRASHED);
                throw failed(faultOf(DriverProcess.Cause.CRASHED));
            }
        }
        process.kill(DriverProcess.Cause.CRASHED);
        throw failed(faultOf(DriverProcess.Cause.CRASHED));
    }

    private DriverProcess running() {
        DriverProcess present = current;
        if (present != null && present.isAlive()) {
            return present;
        }
        if (closed) {
            throw new Fault(ErrorCode.CANCELLED, "the host ends");
        }
        restarts.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return start();
    }

    private DriverProcess start() {
        DriverProcess process;
        try {
            process = DriverProcess.start(command, module.library(), new Events());
        } catch (IOException e) {
            throw failed(fault(ErrorCode.DRIVER_FAILED, "the driver process cannot be started"));
        }
        generation.incrementAndGet();
        watched = false;
        current = process;
        try {
            if (process.started(patience.start()) instanceof Answer.NotStarted not) {
                current = null;
                throw failed(fault(ErrorCode.DRIVER_FAILED, not.step() + " " + Ckr.name(not.ckr())));
            }
        } catch (DriverProcess.Ended ended) {
            throw failed(faultOf(ended.why()));
        }
        if (closed) {
            process.kill(DriverProcess.Cause.LET_GO);
        }
        return process;
    }

    private Fault failed(Fault fault) {
        if (fault.code() != ErrorCode.CANCELLED) {
            restarts.failed(fault);
            log.failed("driver " + module.library().getFileName(), fault);
        }
        return fault;
    }

    private Fault faultOf(DriverProcess.Cause why) {
        return switch (why) {
            case CRASHED -> fault(ErrorCode.DRIVER_CRASHED, "the driver process crashed");
            case HUNG -> fault(ErrorCode.DRIVER_HANGS, "the driver process did not answer in time");
            case LET_GO -> fault(ErrorCode.CANCELLED, "the driver process was ended");
        };
    }

    private Fault fault(ErrorCode code, String detail) {
        return new Fault(code, detail, Map.of("module", module.name()), null);
    }

    @Override
    public Subscription onEvent(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Completed when no process is left. */
    CompletableFuture<?> close() {
        closed = true;
        DriverProcess process = current;
        return process == null ? CompletableFuture.completedFuture(null) : process.close();
    }

    private void tell(Event event) {
        // A listener may call the driver: not on the thread that reads its answers.
        listeners.forEach(listener -> Thread.startVirtualThread(() -> listener.happened(this, event)));
    }

    private final class Events implements DriverProcess.Listener {
        @Override
        public void slotsChanged() {
            tell(Event.SLOTS_CHANGED);
        }

        @Override
        public void ended(DriverProcess.Cause why) {
            if (why != DriverProcess.Cause.LET_GO) {
                tell(Event.ENDED);
            }
        }
    }
}
