// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.task.Requester;
import org.obnova.host.task.Task;

/**
 * Who is logged in to which token. A login belongs to one site (or to the person at the command line) and ends with its renewal, after
 * {@link #IDLE} without use, when another site asks, when the token is pulled out, and with its driver's process. One for the whole host.
 */
public final class Logins {
    /** How long a login lasts without use. */
    public static final Duration IDLE = Duration.ofMinutes(5);

    private final Map<String, Seat> seats = new HashMap<>();
    private final InstantSource clock;
    private final Alarm alarm;

    /** @param alarm so that a login ends on time and not only when somebody asks */
    public Logins(InstantSource clock, Alarm alarm) {
        this.clock = clock;
        this.alarm = alarm;
    }

    /** The one place at a token. */
    private static final class Seat {
        private final List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        private @Nullable LoggedIn login;
        private @Nullable String user;
        private int uses;
        private boolean turn;
    }

    private record LoggedIn(PinToken token, String presence, String owner, Instant used, boolean over) {
        LoggedIn at(Instant time) {
            return new LoggedIn(token, presence, owner, time, over);
        }

        LoggedIn ending() {
            return new LoggedIn(token, presence, owner, used, true);
        }
    }

    /** The token is gone, and with it the login. */
    public void removed(String tokenId) {
        synchronized (seats) {
            Seat seat = seats.get(tokenId);
            if (seat != null) {
                seat.login = null;
            }
        }
    }

    /** Ends a login as soon as nobody uses it. */
    public void end(String tokenId) {
        synchronized (seats) {
            Seat seat = seats.get(tokenId);
            LoggedIn login = seat == null ? null : seat.login;
            if (seat == null || login == null) {
                return;
            }
            seat.login = login.ending();
        }
        endWhereItIsTime(tokenId);
    }

    /**
     * Waits until nobody else asks for the PIN of that token and no other site's task uses it.
     *
     * @param alone not even the same site's task may use it
     * @throws Fault {@code CANCELLED}
     */
    Turn turn(Task task, PinToken token, boolean alone) {
        String owner = owner(task.requester());
        while (true) {
            CompletableFuture<Boolean> free;
            synchronized (seats) {
                Seat seat = seats.computeIfAbsent(token.id(), id -> new Seat());
                boolean others = seat.uses > 0 && (alone || !owner.equals(seat.user));
                if (!seat.turn && !others) {
                    seat.turn = true;
                    return new Turn(seat, token, owner);
                }
                free = new CompletableFuture<>();
                seat.waiting.add(free);
            }
            task.await(free);
        }
    }

    private static String owner(Requester requester) {
        return switch (requester) {
            case Requester.Site site -> site.origin();
            case Requester.Person _ -> "";
        };
    }

    /** The right to ask for the PIN, and to log in and out. */
    final class Turn implements AutoCloseable {
        private final Seat seat;
        private final PinToken token;
        private final String owner;

        private Turn(Seat seat, PinToken token, String owner) {
            this.seat = seat;
            this.token = token;
            this.owner = owner;
        }

        /** Whether there is a login that this task may use. One that it may not is ended. */
        boolean isLoggedIn(String presence) {
            LoggedIn login;
            synchronized (seats) {
                login = seat.login;
                if (login == null) {
                    return false;
                }
                boolean mine =
                        login.presence().equals(presence) && login.owner().equals(owner);
                if (mine && (seat.uses > 0 || (!login.over() && !isIdle(login)))) {
                    return true;
                }
            }
            logOut();
            return false;
        }

        /** Ends the login that there is, if there is one. */
        void logOut() {
            LoggedIn login;
            synchronized (seats) {
                login = seat.login;
                seat.login = null;
            }
            if (login != null) {
                logOutOf(login);
            }
        }

        /** The token has taken the PIN. */
        void loggedIn(String presence) {
            synchronized (seats) {
                seat.login = new LoggedIn(token, presence, owner, clock.instant(), false);
            }
        }

        /** Begins a use, which lasts beyond the turn. */
        Login use() {
            synchronized (seats) {
                seat.uses++;
                seat.user = owner;
            }
            return new Use(token.id(), seat);
        }

        @Override
        public void close() {
            release(seat);
            endWhereItIsTime(token.id());
        }
    }

    private final class Use implements Login {
        private final String tokenId;
        private final Seat seat;
        private boolean closed;

        private Use(String tokenId, Seat seat) {
            this.tokenId = tokenId;
            this.seat = seat;
        }

        @Override
        public void end() {
            Logins.this.end(tokenId);
        }

        @Override
        public void close() {
            synchronized (seats) {
                if (closed) {
                    return;
                }
                closed = true;
                seat.uses--;
                LoggedIn login = seat.login;
                if (login != null) {
                    seat.login = login.at(clock.instant());
                }
            }
            wake(seat);
            endWhereItIsTime(tokenId);
        }
    }

    private boolean isIdle(LoggedIn login) {
        return !clock.instant().isBefore(login.used().plus(IDLE));
    }

    /** Ends the login when it is over or idle; else comes back when it may be. */
    private void endWhereItIsTime(String tokenId) {
        LoggedIn ended = null;
        Seat seat;
        synchronized (seats) {
            seat = seats.get(tokenId);
            LoggedIn login = seat == null ? null : seat.login;
            if (seat == null || login == null || seat.uses > 0 || seat.turn) {
                return; // Whoever uses it comes here when it is through.
            }
            if (login.over() || isIdle(login)) {
                ended = login;
                seat.login = null;
                seat.turn = true;
            } else {
                Duration left = Duration.between(clock.instant(), login.used().plus(IDLE));
                alarm.after(left, () -> endWhereItIsTime(tokenId));
            }
        }
        if (ended != null) {
            try {
                logOutOf(ended);
            } finally {
                release(seat);
            }
        }
    }

    private static void logOutOf(LoggedIn login) {
        try {
            login.token().logout();
        } catch (CkrException | Fault e) {
            // Token or driver is gone, and the login with it; or the module holds none, which is what was wanted.
        }
    }

    private void release(Seat seat) {
        synchronized (seats) {
            seat.turn = false;
        }
        wake(seat);
    }

    private void wake(Seat seat) {
        List<CompletableFuture<Boolean>> woken;
        synchronized (seats) {
            woken = List.copyOf(seat.waiting);
            seat.waiting.clear();
        }
        woken.forEach(each -> each.complete(true));
    }
}
