// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.obnova.host.log.EventLog;
import org.obnova.host.platform.InterProcessLock;
import org.obnova.host.storage.MediumIds;
import org.obnova.host.storage.token.pin.EachUse;
import org.obnova.host.storage.token.pin.PinCare;

/**
 * What the storages of all tokens stand on.
 *
 * @param ids of the storages
 * @param pins logs in
 * @param eachUse whose keys ask for the PIN at each use
 * @param locks a folder of the host's own, for lock files: hosts of several browsers may write to one token
 * @param random for identifiers and salts
 * @param log for what a token refuses and the host can do without
 */
public record TokenRoom(MediumIds ids, PinCare pins, EachUse eachUse, Path locks, SecureRandom random, EventLog log) {
    /** The id of the token's storage. */
    String idOf(TokenIdentity token) {
        return ids.of("token", token.asText());
    }

    /** Keeps other hosts from writing to that token; held for moments. */
    InterProcessLock lock(TokenIdentity token) {
        return InterProcessLock.acquire(locks.resolve(token.fileName() + ".lock"));
    }
}
