// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.worker;

import iaik.pkcs.pkcs11.wrapper.PKCS11Exception;
import java.util.Arrays;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.ContextLogin;
import org.obnova.host.storage.token.wire.Done;
import org.obnova.host.storage.token.wire.KeyPair;

/** Does what a call asks for. Nothing is tried a second time. */
final class CallRunner {
    /** CKU_CONTEXT_SPECIFIC. */
    private static final long CONTEXT_SPECIFIC = 2;

    private final Pkcs11 module;
    private final TokenSlots slots;
    private final TokenObjects objects;
    private final SlotWatch watch;

    CallRunner(Pkcs11 module, SlotWatch watch) {
        this.module = module;
        this.slots = new TokenSlots(module);
        this.objects = new TokenObjects(module);
        this.watch = watch;
    }

    /** The result of the call, of the call's own type. */
    // Instead of a switch over the types, which would take a tenth of the process's start.
    Object run(Call<?> call) throws PKCS11Exception {
        if (call instanceof Call.Slots) {
            return slots.list();
        }
        if (call instanceof Call.Watch change) {
            watch.set(change.on());
            return Done.DONE;
        }
        if (call instanceof Call.Ping) {
            return Done.DONE;
        }
        if (call instanceof Call.Find find) {
            try {
                return find(find);
            } catch (PKCS11Exception e) {
                throw slots.heed(find.slot(), e);
            }
        }
        return runOther(call);
    }

    private Object runOther(Call<?> call) throws PKCS11Exception {
        long slot = slotOf(call);
        try {
            long session = slots.session(slot);
            return switch (call) {
                case Call.Login login -> login(session, login);
                case Call.Logout ignored -> {
                    module.calling("C_Logout").C_Logout(session);
                    yield Done.DONE;
                }
                case Call.SeedRandom seed -> seed(session, seed);
                case Call.GenerateKeyPair make -> generate(session, make);
                case Call.Sign sign -> sign(session, sign);
                case Call.CreateObject create ->
                    module.calling("C_CreateObject")
                            .C_CreateObject(session, Values.template(create.template()), Values.OCTETS);
                case Call.DestroyObject destroy -> {
                    module.calling("C_DestroyObject").C_DestroyObject(session, destroy.handle());
                    yield Done.DONE;
                }
                case Call.SetAttributes set -> {
                    module.calling("C_SetAttributeValue")
                            .C_SetAttributeValue(
                                    session, set.handle(), Values.template(set.attributes()), Values.OCTETS);
                    yield Done.DONE;
                }
                case Call.SetPin pin -> setPin(session, pin);
                case Call.InitPin pin -> initPin(session, pin);
                case Call.Slots ignored -> throw new IllegalArgumentException();
                case Call.Watch ignored -> throw new IllegalArgumentException();
                case Call.Ping ignored -> throw new IllegalArgumentException();
                case Call.Find ignored -> throw new IllegalArgumentException();
            };
        } catch (PKCS11Exception e) {
            throw slots.heed(slot, e);
        }
    }

    /** A search that an earlier failure left open does not hinder this one. */
    private Object find(Call.Find find) throws PKCS11Exception {
        long session = slots.session(find.slot());
        try {
            return objects.find(session, find.template(), find.wanted());
        } catch (PKCS11Exception e) {
            if (!isLeftOpen(e)) {
                throw e;
            }
            return objects.find(slots.renewedSession(find.slot()), find.template(), find.wanted());
        }
    }

    private static boolean isLeftOpen(PKCS11Exception e) {
        return e.getErrorCode() == Ckr.OPERATION_ACTIVE.number();
    }

    /** Begins a signature; nothing was begun where an earlier one is still open. */
    private long beginSignature(long session, Call.Sign call) throws PKCS11Exception {
        try {
            module.calling("C_SignInit")
                    .C_SignInit(session, Values.mechanism(call.mechanism()), call.key(), Values.OCTETS);
            return session;
        } catch (PKCS11Exception e) {
            if (!isLeftOpen(e)) {
                throw e;
            }
            long fresh = slots.renewedSession(call.slot());
            module.calling("C_SignInit")
                    .C_SignInit(fresh, Values.mechanism(call.mechanism()), call.key(), Values.OCTETS);
            return fresh;
        }
    }

    private static long slotOf(Call<?> call) {
        return switch (call) {
            case Call.Login login -> login.slot();
            case Call.Logout logout -> logout.slot();
            case Call.SeedRandom seed -> seed.slot();
            case Call.GenerateKeyPair make -> make.slot();
            case Call.Sign sign -> sign.slot();
            case Call.CreateObject create -> create.slot();
            case Call.DestroyObject destroy -> destroy.slot();
            case Call.SetAttributes set -> set.slot();
            case Call.SetPin pin -> pin.slot();
            case Call.InitPin pin -> pin.slot();
            case Call.Find find -> find.slot();
            case Call.Slots ignored -> 0;
            case Call.Watch ignored -> 0;
            case Call.Ping ignored -> 0;
        };
    }

    private Done login(long session, Call.Login login) throws PKCS11Exception {
        char[] pin = Values.pin(login.pin());
        try {
            module.calling("C_Login").C_Login(session, login.user().number(), pin, Values.OCTETS);
        } finally {
            Values.wipe(pin);
        }
        return Done.DONE;
    }

    private Done seed(long session, Call.SeedRandom call) throws PKCS11Exception {
        try {
            module.calling("C_SeedRandom").C_SeedRandom(session, call.seed());
        } finally {
            Arrays.fill(call.seed(), (byte) 0);
        }
        return Done.DONE;
    }

    private KeyPair generate(long session, Call.GenerateKeyPair call) throws PKCS11Exception {
        long[] handles = module.calling("C_GenerateKeyPair")
                .C_GenerateKeyPair(
                        session,
                        Values.mechanism(call.mechanism()),
                        Values.template(call.publicTemplate()),
                        Values.template(call.privateTemplate()),
                        Values.OCTETS);
        return new KeyPair(handles[0], handles[1]);
    }

    private byte[] sign(long session, Call.Sign call) throws PKCS11Exception {
        ContextLogin context = call.context();
        if (context == null) {
            long own = beginSignature(session, call);
            return module.calling("C_Sign").C_Sign(own, call.data());
        }
        // A session of its own: a refused PIN leaves the signature begun, and only the end of its session ends it. The
        // login is the token's.
        long own = slots.furtherSession(call.slot());
        try {
            module.calling("C_SignInit").C_SignInit(own, Values.mechanism(call.mechanism()), call.key(), Values.OCTETS);
            char[] pin = Values.pin(context.pin());
            try {
                module.calling("C_Login").C_Login(own, CONTEXT_SPECIFIC, pin, Values.OCTETS);
            } finally {
                Values.wipe(pin);
            }
            return module.calling("C_Sign").C_Sign(own, call.data());
        } finally {
            closeQuietly(own);
        }
    }

    @SuppressWarnings("EmptyCatch")
    private void closeQuietly(long session) {
        String failed = module.called();
        try {
            module.calling("C_CloseSession").C_CloseSession(session);
        } catch (PKCS11Exception ignored) {
            // It died with the token.
        }
        module.calling(failed);
    }

    private Done setPin(long session, Call.SetPin call) throws PKCS11Exception {
        char[] present = Values.pin(call.present());
        char[] fresh = Values.pin(call.fresh());
        try {
            module.calling("C_SetPIN").C_SetPIN(session, present, fresh, Values.OCTETS);
        } finally {
            Values.wipe(present);
            Values.wipe(fresh);
        }
        return Done.DONE;
    }

    private Done initPin(long session, Call.InitPin call) throws PKCS11Exception {
        char[] fresh = Values.pin(call.fresh());
        try {
            module.calling("C_InitPIN").C_InitPIN(session, fresh, Values.OCTETS);
        } finally {
            Values.wipe(fresh);
        }
        return Done.DONE;
    }
}
