// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.secret.Secret;

/** How calls lie in frames: an octet for the kind, then the components in their order. */
public final class Calls {
    private static final int PING = 0;
    private static final int SLOTS = 1;
    private static final int WATCH = 2;
    private static final int FIND = 3;
    private static final int LOGIN = 4;
    private static final int LOGOUT = 5;
    private static final int SEED_RANDOM = 6;
    private static final int GENERATE_KEY_PAIR = 7;
    private static final int SIGN = 8;
    private static final int CREATE_OBJECT = 9;
    private static final int DESTROY_OBJECT = 10;
    private static final int SET_ATTRIBUTES = 11;
    private static final int SET_PIN = 12;
    private static final int INIT_PIN = 13;

    private Calls() {}

    /**
     * Sends a call; no copy of its secrets is left.
     *
     * @throws MalformedFrameException the call is too large
     */
    public static void write(Call<?> call, OutputStream to) throws IOException {
        try (FrameOut out = new FrameOut()) {
            put(call, out);
            out.sendTo(to);
        }
    }

    private static FrameOut put(Call<?> call, FrameOut out) {
        return switch (call) {
            case Call.Ping ignored -> out.octet(PING);
            case Call.Slots ignored -> out.octet(SLOTS);
            case Call.Watch watch -> out.octet(WATCH).flag(watch.on());
            case Call.Find find ->
                out.octet(FIND).whole(find.slot()).attributes(find.template()).wholes(find.wanted());
            case Call.Login login ->
                out.octet(LOGIN)
                        .whole(login.slot())
                        .octet((int) login.user().number())
                        .secret(login.pin());
            case Call.Logout logout -> out.octet(LOGOUT).whole(logout.slot());
            case Call.SeedRandom seed ->
                out.octet(SEED_RANDOM).whole(seed.slot()).octets(seed.seed());
            case Call.GenerateKeyPair make ->
                mechanism(out.octet(GENERATE_KEY_PAIR).whole(make.slot()), make.mechanism())
                        .attributes(make.publicTemplate())
                        .attributes(make.privateTemplate());
            case Call.Sign sign -> sign(out, sign);
            case Call.CreateObject create ->
                out.octet(CREATE_OBJECT).whole(create.slot()).attributes(create.template());
            case Call.DestroyObject destroy ->
                out.octet(DESTROY_OBJECT).whole(destroy.slot()).whole(destroy.handle());
            case Call.SetAttributes set ->
                out.octet(SET_ATTRIBUTES).whole(set.slot()).whole(set.handle()).attributes(set.attributes());
            case Call.SetPin pin ->
                out.octet(SET_PIN).whole(pin.slot()).secret(pin.present()).secret(pin.fresh());
            case Call.InitPin pin -> out.octet(INIT_PIN).whole(pin.slot()).secret(pin.fresh());
        };
    }

    private static FrameOut sign(FrameOut out, Call.Sign sign) {
        mechanism(out.octet(SIGN).whole(sign.slot()).whole(sign.key()), sign.mechanism())
                .octets(sign.data());
        ContextLogin context = sign.context();
        out.flag(context != null);
        return context == null ? out : out.secret(context.pin());
    }

    private static FrameOut mechanism(FrameOut out, Mechanism mechanism) {
        return out.whole(mechanism.type()).optional(mechanism.parameter());
    }

    /**
     * Reads a call. The frame can be closed afterwards; the secrets of the call are the reader's to close ({@link #close}).
     *
     * @throws MalformedFrameException it is none
     */
    public static Call<?> read(Frame in) throws MalformedFrameException {
        int kind = in.octet();
        Call<?> call = switch (kind) {
            case PING -> new Call.Ping();
            case SLOTS -> new Call.Slots();
            case WATCH -> new Call.Watch(in.flag());
            case FIND -> new Call.Find(in.whole(), in.attributes(), in.wholes());
            case LOGIN -> new Call.Login(in.whole(), user(in), in.secret());
            case LOGOUT -> new Call.Logout(in.whole());
            case SEED_RANDOM -> new Call.SeedRandom(in.whole(), in.octets());
            case GENERATE_KEY_PAIR ->
                new Call.GenerateKeyPair(in.whole(), mechanism(in), in.attributes(), in.attributes());
            case SIGN -> new Call.Sign(in.whole(), in.whole(), mechanism(in), in.octets(), context(in));
            case CREATE_OBJECT -> new Call.CreateObject(in.whole(), in.attributes());
            case DESTROY_OBJECT -> new Call.DestroyObject(in.whole(), in.whole());
            case SET_ATTRIBUTES -> new Call.SetAttributes(in.whole(), in.whole(), in.attributes());
            case SET_PIN -> new Call.SetPin(in.whole(), in.secret(), in.secret());
            case INIT_PIN -> new Call.InitPin(in.whole(), in.secret());
            default -> throw new MalformedFrameException("call of kind " + kind);
        };
        in.end();
        return call;
    }

    /** Zeroes the secrets of a call that was read. */
    public static void close(Call<?> call) {
        if (call instanceof Call.Login login) {
            close(login.pin());
        } else if (call instanceof Call.Sign sign && sign.context() != null) {
            close(sign.context().pin());
        } else if (call instanceof Call.SetPin pin) {
            close(pin.present());
            close(pin.fresh());
        } else if (call instanceof Call.InitPin pin) {
            close(pin.fresh());
        } else if (call instanceof Call.CreateObject create) {
            wipe(create.template());
        } else if (call instanceof Call.SetAttributes set) {
            wipe(set.attributes());
        } else if (call instanceof Call.SeedRandom seed) {
            Arrays.fill(seed.seed(), (byte) 0);
        }
    }

    /** What is written may be a key in a container. */
    private static void wipe(List<Attribute> attributes) {
        attributes.forEach(Attribute::wipe);
    }

    private static void close(@Nullable Secret secret) {
        if (secret != null) {
            secret.close();
        }
    }

    private static UserType user(Frame in) throws MalformedFrameException {
        return switch (in.octet()) {
            case 0 -> UserType.SECURITY_OFFICER;
            case 1 -> UserType.USER;
            default -> throw new MalformedFrameException("no such user");
        };
    }

    private static Mechanism mechanism(Frame in) throws MalformedFrameException {
        return new Mechanism(in.whole(), in.optional());
    }

    private static @Nullable ContextLogin context(Frame in) throws MalformedFrameException {
        return in.flag() ? new ContextLogin(in.secret()) : null;
    }
}
