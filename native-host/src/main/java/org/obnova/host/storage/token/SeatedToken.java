// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.token.ckr.CkrException;
import org.obnova.host.storage.token.driver.Driver;
import org.obnova.host.storage.token.pin.PinEntries;
import org.obnova.host.storage.token.pin.PinFacts;
import org.obnova.host.storage.token.pin.PinPrompt.Unblock;
import org.obnova.host.storage.token.pin.PinToken;
import org.obnova.host.storage.token.profile.VendorProfile;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.TokenInfo;
import org.obnova.host.storage.token.wire.UserType;
import org.obnova.host.task.Language;

/** A token as the care for its PIN sees it. What is done with a PIN is done in the stay whose facts were read last. */
final class SeatedToken implements PinToken {
    private final String id;
    private final Token token;
    private final Language language;
    private final boolean atEachUse;
    private volatile @Nullable Stay read;

    /**
     * @param id the storage's
     * @param language of the product's name in the windows
     * @param atEachUse whether its keys ask for the PIN once more at each signature
     */
    SeatedToken(String id, Token token, Language language, boolean atEachUse) {
        this.id = id;
        this.token = token;
        this.language = language;
        this.atEachUse = atEachUse;
    }

    /** The stay whose facts were read last. */
    Stay stay() {
        Stay known = read;
        return known == null ? token.here() : known;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public PinFacts facts() {
        Stay at = token.find();
        read = at;
        TokenInfo info = at.info();
        VendorProfile profile = at.seen().profile();
        Unblock unblock =
                new Unblock(profile.unblockHint().ru(), profile.unblockHint().en());
        PinFacts.Maker maker = new PinFacts.Maker(profile.name(info).in(language), profile.factoryPin(), unblock);
        PinEntries entries = PinEntries.of(info.has(TokenInfo.LOGIN_REQUIRED), atEachUse);
        return PinFacts.of(info, maker, at.presence(), entries);
    }

    @Override
    public void login(@Nullable Secret pin) throws CkrException {
        stay().ask(slot -> new Call.Login(slot, UserType.USER, pin));
    }

    @Override
    public void logout() throws CkrException {
        stay().ask(Call.Logout::new);
    }

    @Override
    public void setPin(@Nullable Secret present, @Nullable Secret fresh) throws CkrException {
        stay().ask(slot -> new Call.SetPin(slot, present, fresh));
    }

    @Override
    public Watch watch(Runnable gone) {
        Driver.Subscription watch = token.here().seen().driver().onEvent((driver, event) -> tellIfGone(gone));
        tellIfGone(gone); // It is watched from the next call on; and it may have been pulled before.
        return watch::close;
    }

    private void tellIfGone(Runnable gone) {
        try {
            token.find();
        } catch (Fault e) {
            if (e.code() == ErrorCode.TOKEN_REMOVED) {
                gone.run();
            }
        }
    }
}
