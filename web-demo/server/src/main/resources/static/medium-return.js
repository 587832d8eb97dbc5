// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** A medium was pulled out in the middle of something, or is not there when it is needed: what was begun goes on by itself when it comes. */
import {connected} from './task.js';

const SEEN = 'obnova-media-seen';

/** From now on the person has met the question whether this site may see the media: asking for them surprises nobody. */
export function rememberMediaSeen() {
  sessionStorage.setItem(SEEN, 'yes');
}

/**
 * Waits for a medium that is not there now. Where this site was never allowed to see the media nothing is awaited, and the button does it, unless
 * the person may be asked now.
 *
 * @param {string | undefined} which id of the medium, where it is known; else any that comes is taken for it
 * @param {() => void} goOn called once
 * @param {AbortSignal} signal ends the waiting
 * @param {boolean} mayAsk whether a question of the application would surprise nobody
 */
export async function whenMediumComes(which, goOn, signal, mayAsk) {
  if (sessionStorage.getItem(SEEN) === null && !mayAsk) return;
  try {
    const obnova = await connected(signal);
    /** @returns {Promise<Set<string>>} */
    const present = async () => new Set((await obnova.listStorages({signal})).filter(({state}) => state !== 'absent').map(({id}) => id));
    /** @type {Set<string> | undefined} */
    let known;
    let turn = Promise.resolve();
    const look = async () => {
      if (signal.aborted) return;
      const now = await present();
      const returned = known !== undefined && [...now].some((id) => !known?.has(id) && (which === undefined || id === which));
      known = now;
      if (returned && !signal.aborted) goOn();
    };
    obnova.onStoragesChanged(() => (turn = turn.then(look).catch(() => {})), {signal});
    await (turn = turn.then(look));
    rememberMediaSeen();
  } catch {
    // The notice with its button is there: whoever presses it learns what is wrong now.
  }
}
