// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.KeyStorage;
import org.obnova.host.storage.NewKey;
import org.obnova.host.storage.PinProtected;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StorageKind;
import org.obnova.host.storage.StorageState;
import org.obnova.host.storage.TokenFacts;
import org.obnova.host.storage.token.pin.Login;
import org.obnova.host.storage.token.pin.PinEntries;
import org.obnova.host.storage.token.pin.PinFacts;
import org.obnova.host.storage.token.pin.PinUse;
import org.obnova.host.storage.token.profile.KeyRecipe;
import org.obnova.host.storage.token.profile.VendorProfile;
import org.obnova.host.storage.token.wire.TokenInfo;
import org.obnova.host.task.Language;
import org.obnova.host.task.Task;

/** A token as a medium: keys that it makes itself, and containers of the host that it keeps. */
public final class TokenStorage implements KeyStorage, PinProtected {
    /** Octets; below this neither a key with its certificate nor a container may find room. */
    private static final long LEAST_ROOM = 4096;

    private final Token token;
    private final TokenRoom room;
    private final KnownCertificates known = new KnownCertificates();

    TokenStorage(Token token, TokenRoom room) {
        this.token = token;
        this.room = room;
    }

    @Override
    public String id() {
        return room.idOf(token.identity());
    }

    @Override
    public StorageKind kind() {
        return StorageKind.TOKEN;
    }

    @Override
    public StorageState state() {
        return state(token.here().info());
    }

    private static StorageState state(TokenInfo info) {
        if (info.has(TokenInfo.WRITE_PROTECTED)) {
            return StorageState.READ_ONLY;
        }
        return isFull(info.freePrivateMemory()) || isFull(info.freePublicMemory())
                ? StorageState.FULL
                : StorageState.READY;
    }

    private static boolean isFull(long free) {
        return free >= 0 && free < LEAST_ROOM;
    }

    @Override
    public String label(Language language) {
        return token.here().seen().label(language);
    }

    @Override
    public Optional<TokenFacts> token() {
        TokenInfo info = token.here().info();
        TokenFacts.Manner manner = profile().manner(info);
        PinEntries entries = PinEntries.of(info.has(TokenInfo.LOGIN_REQUIRED), asksAtEachUse());
        // A passive token keeps what the host makes.
        Set<KeyAlgorithm> makes =
                manner == TokenFacts.Manner.ACTIVE ? profile().makes(info) : EnumSet.allOf(KeyAlgorithm.class);
        return Optional.of(
                new TokenFacts(profile().id(), manner, PinFacts.stateOf(info), entries.least(), entries.most(), makes));
    }

    @Override
    public List<KeyContainer> containers() {
        try {
            return read();
        } catch (Fault e) {
            // What cannot be read now is as good as not there; why is said where the media are listed.
            room.log().failed("token contents", e);
            return List.of();
        }
    }

    @Override
    public List<KeyContainer> read() {
        return TokenContents.of(this, token::read, known).containers();
    }

    @Override
    public NewKey newKey(Task task, String label) {
        requireReady(task);
        boolean active = isActive();
        LoggedIn login = login(task, new PinUse(Purpose.NEW_KEY, label, null));
        return active ? new KeyOnToken(this, label, login) : new KeyInToken(this, label, login);
    }

    @Override
    public KeyContainer put(Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain) {
        requireReady(task);
        try (LoggedIn login = login(task, new PinUse(Purpose.NEW_BACKUP, label, null));
                Task.Uncancellable _ = task.writing();
                InterProcessLock _ = room.lock(token.identity())) {
            ContainerIndex index = new ContainerKeeping(this, login.stay()).create(label, key, chain, task.language());
            return new PassiveContainer(this, List.of(index), List.copyOf(chain));
        }
    }

    @Override
    public void changePin(Task task) {
        token.find();
        room.pins().change(task, seated(task), "");
    }

    /** As {@link #requireReady()}, with what the token says now. */
    private void requireReady(Task task) {
        task.checkpoint();
        token.find();
        requireReady();
    }

    /** Logs in for a piece of work. */
    LoggedIn login(Task task, PinUse use) {
        SeatedToken seated = seated(task);
        Login login = room.pins().login(task, seated, use);
        return new LoggedIn(login, seated.stay());
    }

    /** What lies open on it now, as this piece of work sees it. */
    TokenContents contents(Stay stay) {
        return TokenContents.of(this, stay::find, known);
    }

    Token medium() {
        return token;
    }

    TokenRoom room() {
        return room;
    }

    VendorProfile profile() {
        return token.profile();
    }

    /** Whether it makes keys itself. */
    boolean isActive() {
        TokenInfo info = token.here().info();
        return profile().manner(info) == TokenFacts.Manner.ACTIVE;
    }

    /** How it makes keys of that algorithm. */
    KeyRecipe recipe(KeyAlgorithm algorithm) {
        return recipeIfAny(algorithm)
                .orElseThrow(
                        () -> new Fault(ErrorCode.TOKEN_CANNOT, "the token makes no keys of " + algorithm.wireName()));
    }

    /** How it makes keys of that algorithm; empty where it makes none. */
    Optional<KeyRecipe> recipeIfAny(KeyAlgorithm algorithm) {
        return Optional.ofNullable(profile().recipes(token.here().info()).get(algorithm));
    }

    /** The token as the care for its PIN sees it. */
    SeatedToken seated(Task task) {
        return new SeatedToken(id(), token, task.language(), asksAtEachUse());
    }

    private boolean asksAtEachUse() {
        return room.eachUse().holds(id());
    }
}
