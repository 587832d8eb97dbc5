// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DeviceKeys;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SignatureVerifier;
import org.obnova.host.keys.SigningKey;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.pin.PinUse;
import org.obnova.host.storage.token.profile.KeyRecipe;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.ContextLogin;
import org.obnova.host.storage.token.wire.Mechanism;
import org.obnova.host.task.Task;

/**
 * A private key on a token, which is logged in. The host hashes, the token signs. Each signature is verified before it is given away: what a worn or hurried token
 * gets wrong is found here and not by the authority.
 */
final class TokenKey implements SigningKey {
    private final Task task;
    private final TokenStorage storage;
    private final Stay stay;
    private final PinUse use;
    private final long handle;
    private final boolean atEachUse;
    private final SubjectPublicKeyInfo publicKey;
    private final Mechanism mechanism;
    private final @Nullable LoggedIn login;

    /**
     * @param stay in which the handle was found
     * @param use for which the PIN is asked at each use
     * @param atEachUse CKA_ALWAYS_AUTHENTICATE
     * @param login closed with the key; null where it is another's
     */
    TokenKey(
            Task task,
            TokenStorage storage,
            Stay stay,
            PinUse use,
            long handle,
            boolean atEachUse,
            SubjectPublicKeyInfo publicKey,
            @Nullable LoggedIn login) {
        this.task = task;
        this.storage = storage;
        this.stay = stay;
        this.use = use;
        this.handle = handle;
        this.atEachUse = atEachUse;
        this.publicKey = publicKey;
        this.mechanism = mechanism(storage, publicKey);
        this.login = login;
    }

    /** By the product's recipe; for keys that the host would not make, by the standard. */
    private static Mechanism mechanism(TokenStorage storage, SubjectPublicKeyInfo key) {
        Optional<KeyAlgorithm> algorithm = PublicKeys.algorithm(key);
        Optional<KeyRecipe> recipe = algorithm.flatMap(storage::recipeIfAny);
        return recipe.map(KeyRecipe::signature).orElseGet(() -> Mechanism.of(standard(key)));
    }

    private static long standard(SubjectPublicKeyInfo key) {
        DeviceKeys.Kind kind = DeviceKeys.kind(key)
                .orElseThrow(() -> new Fault(ErrorCode.ALGORITHM_UNSUPPORTED, "a key of another kind"));
        return switch (kind) {
            case GOST_256 -> 0x1201L; // CKM_GOSTR3410
            case GOST_512 -> 0xD4321006L; // CKM_GOSTR3410_512 of the vendors
            case EC -> 0x1041L; // CKM_ECDSA
            case RSA -> 0x1L; // CKM_RSA_PKCS
        };
    }

    @Override
    public SubjectPublicKeyInfo publicKey() {
        return publicKey;
    }

    @Override
    public AlgorithmIdentifier digestAlgorithm() {
        return PublicKeys.digestAlgorithm(publicKey);
    }

    @Override
    public AlgorithmIdentifier signatureAlgorithm() {
        return PublicKeys.signatureAlgorithm(publicKey);
    }

    /** @throws Fault {@code TOKEN_REMOVED}, {@code TOKEN_FAILED}, those of the PIN where it is asked at each use, those of the driver */
    @Override
    public byte[] sign(byte[] message) {
        byte[] data = DeviceKeys.toSign(publicKey, message);
        byte[] signature = DeviceKeys.signature(publicKey, raw(data));
        if (!SignatureVerifier.verifies(publicKey, signatureAlgorithm(), message, signature)) {
            throw new Fault(ErrorCode.TOKEN_FAILED, "the token's signature does not verify");
        }
        return signature;
    }

    private byte[] raw(byte[] data) {
        if (!atEachUse) {
            return stay.must(slot -> new Call.Sign(slot, handle, mechanism, data, null));
        }
        PinUse.Attempt<byte[]> attempt = pin -> signed(data, new ContextLogin(pin));
        return storage.room().pins().eachUse(task, storage.seated(task), use, attempt);
    }

    private byte[] signed(byte[] data, ContextLogin context) throws CkrException {
        return stay.ask(slot -> new Call.Sign(slot, handle, mechanism, data, context));
    }

    /** Whether the PIN is asked for at each signature. */
    boolean asksAtEachUse() {
        return atEachUse;
    }

    @Override
    public void close() {
        if (login != null) {
            login.close();
        }
    }
}
