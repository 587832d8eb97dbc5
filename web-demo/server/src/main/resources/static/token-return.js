// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** A token was pulled out in the middle of something: what was begun goes on by itself when it is back. */
import {connected} from './task.js';

const SEEN = 'obnova-media-seen';

/** From now on the person has met the question whether this site may see the media: asking for them surprises nobody. */
export function rememberMediaSeen() {
  sessionStorage.setItem(SEEN, 'yes');
}

/**
 * Waits for a token that is not there now. Where this site was never allowed to see the media nothing is awaited: the button does it.
 *
 * @param {string | undefined} which id of the token, where it is known; else any token that comes is taken for it
 * @param {() => void} goOn called once
 * @param {AbortSignal} signal ends the waiting
 */
export async function whenTokenReturns(which, goOn, signal) {
  if (sessionStorage.getItem(SEEN) === null) return;
  try {
    const obnova = await connected(signal);
    /** @returns {Promise<Set<string>>} */
    const tokens = async () => new Set((await obnova.listStorages({signal})).filter(({kind, state}) => kind === 'token' && state === 'ready').map(({id}) => id));
    /** @type {Set<string> | undefined} */
    let known;
    let turn = Promise.resolve();
    const look = async () => {
      if (signal.aborted) return;
      const now = await tokens();
      const returned = known !== undefined && [...now].some((id) => !known?.has(id) && (which === undefined || id === which));
      known = now;
      if (returned && !signal.aborted) goOn();
    };
    obnova.onStoragesChanged(() => (turn = turn.then(look).catch(() => {})), {signal});
    await (turn = turn.then(look));
  } catch {
    // The notice with its button is there: whoever presses it learns what is wrong now.
  }
}
