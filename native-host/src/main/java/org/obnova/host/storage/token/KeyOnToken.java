// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyMark;
import org.obnova.host.storage.NewKey;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.ckr.Ckr;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.pin.PinUse;
import org.obnova.host.storage.token.profile.KeyRecipe;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;
import org.obnova.host.storage.token.wire.KeyPair;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** A key that an active token is about to make; somebody is logged in. */
final class KeyOnToken implements NewKey {
    private static final int ID_OCTETS = 20;
    private static final int SEED_OCTETS = 32;
    private static final byte[] TEST_MESSAGE = {'p', 'a', 'i', 'r'};

    private final TokenStorage storage;
    private final String label;
    private final LoggedIn login;

    KeyOnToken(TokenStorage storage, String label, LoggedIn login) {
        this.storage = storage;
        this.label = label;
        this.login = login;
    }

    @Override
    public SigningKey make(Task task, KeyAlgorithm algorithm, SecureRandom random, Consumer<KeyMark> before) {
        KeyRecipe recipe = storage.recipe(algorithm);
        task.progress(Step.GENERATE_KEY, 0, 1);
        seed(random);
        byte[] ckaId = new byte[ID_OCTETS];
        random.nextBytes(ckaId);
        try (Task.Uncancellable _ = task.writing()) {
            before.accept(new KeyMark.OfObject(ckaId));
            try (InterProcessLock _ = storage.room().lock(storage.medium().identity())) {
                generate(recipe, ckaId);
            }
            task.progress(Step.GENERATE_KEY, 1, 1);
            PinUse use = new PinUse(Purpose.NEW_KEY, label, "object-" + StoredCertificate.hex(ckaId));
            TokenKey key = ActiveContainer.key(task, storage, login.stay(), use, ckaId, publicKey(ckaId), null);
            if (!key.asksAtEachUse()) {
                storage.room().eachUse().notSeen(storage.id());
                key.sign(TEST_MESSAGE); // Else the request's own signature proves the pair, without one more PIN.
            }
            return key;
        }
    }

    /** What the person entered is mixed in where the token takes it; it has a generator of its own. */
    private void seed(SecureRandom random) {
        byte[] seed = new byte[SEED_OCTETS];
        random.nextBytes(seed);
        try {
            login.stay().ask(slot -> new Call.SeedRandom(slot, seed));
        } catch (CkrException e) {
            if (e.meaning() == Ckr.Meaning.REMOVED) {
                throw TokenFaults.of(e);
            }
            storage.room().log().failed("C_SeedRandom", TokenFaults.of(e));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /**
     * A template that a token refuses made nothing, so another may follow: vendors differ in what the private one may hold. A key that could leave the token is
     * no key of a token: it goes again before anything counts on it.
     *
     * @throws Fault {@code TOKEN_CANNOT}
     */
    private void generate(KeyRecipe recipe, byte[] ckaId) {
        PairTemplates templates = new PairTemplates(recipe, ckaId, label);
        List<Attribute> open = templates.open();
        List<PairTemplates.Hidden> choices = templates.hidden();
        for (int i = 0; ; i++) {
            PairTemplates.Hidden hidden = choices.get(i);
            try {
                KeyPair made = login.stay()
                        .ask(slot -> new Call.GenerateKeyPair(slot, recipe.generation(), open, hidden.attributes()));
                requireToStay(made, KeySafety.read(login.stay(), ckaId).stays(hidden.saysSo()));
                return;
            } catch (CkrException e) {
                if (!refusesTemplate(e) || i == choices.size() - 1) {
                    throw TokenFaults.of(e);
                }
            }
        }
    }

    private void requireToStay(KeyPair made, boolean stays) {
        if (stays) {
            return;
        }
        Fault leaves = KeySafety.leaves();
        for (long handle : List.of(made.privateKey(), made.publicKey())) {
            try {
                login.stay().must(slot -> new Call.DestroyObject(slot, handle));
            } catch (Fault e) {
                leaves.addSuppressed(e); // The first one says why; whoever goes on with the key looks at it once more.
            }
        }
        throw leaves;
    }

    private static boolean refusesTemplate(CkrException e) {
        return e.number() == Ckr.ATTRIBUTE_READ_ONLY.number()
                || e.number() == Ckr.ATTRIBUTE_TYPE_INVALID.number()
                || e.number() == Ckr.ATTRIBUTE_VALUE_INVALID.number()
                || e.number() == Ckr.TEMPLATE_INCONSISTENT.number();
    }

    private SubjectPublicKeyInfo publicKey(byte[] ckaId) {
        List<Attribute> template = List.of(Attribute.of(Cka.CLASS, Cka.PUBLIC_KEY), Attribute.of(Cka.ID, ckaId));
        List<Found> found = login.stay().find(template, PublicKeyObject.WANTED);
        return found.stream()
                .findFirst()
                .flatMap(PublicKeyObject::read)
                .orElseThrow(() -> new Fault(ErrorCode.TOKEN_FAILED, "the new public key cannot be read"));
    }

    @Override
    public void close() {
        login.close();
    }
}
