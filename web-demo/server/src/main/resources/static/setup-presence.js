// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** Waits until extension and application are there, however they come: nobody has to load the page anew. */
import {Obnova} from '/obnova/obnova.js';

/**
 * @typedef {object} Presence
 * @property {string} extension its version; empty where it did not say one
 * @property {string} host likewise
 * @property {{code: string, message: string, hint: string}} [failure] why one of them does not answer
 */

/** An application that is being installed is asked for so often. */
const ASK_AGAIN_MS = 2000;

/** A page is loaded anew at most so often to get rid of scripts of an extension that is gone. */
const RELOAD_MS = 15_000;
const RELOADED = 'obnova-setup-reloaded';

/**
 * @param {(found: Presence) => void} show told whenever something has changed
 * @returns {Promise<Presence>} with both of them
 */
export async function arrived(show) {
  let before = '';
  for (;;) {
    const found = await look();
    const now = JSON.stringify(found);
    if (now !== before) show(found);
    before = now;
    if (!found.failure) return found;
    if (isStale(found) && mayReload()) window.location.reload();
    await change(found.failure.code);
  }
}

/** @returns {Promise<Presence>} */
async function look() {
  const extension = document.documentElement.getAttribute('data-obnova-extension') ?? '';
  try {
    const obnova = await Obnova.connect();
    obnova.close();
    return {extension: obnova.extensionVersion, host: obnova.hostVersion};
  } catch (failure) {
    const {code, message, hint} = /** @type {any} */ (failure);
    if (code === undefined) throw failure;
    return {extension, host: '', failure: {code, message, hint}};
  }
}

/**
 * Scripts of an extension that was updated or removed stay in the page and answer nothing; a new one finds its place taken.
 *
 * @param {Presence} found
 */
function isStale({failure}) {
  return failure?.code === 'extension_missing' && document.documentElement.hasAttribute('data-obnova-extension');
}

function mayReload() {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < RELOAD_MS) return false;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  return true;
}

/**
 * The extension announces itself in the page; an application does not, and is asked for as long as somebody looks at the page.
 *
 * @param {string} code
 */
function change(code) {
  return new Promise((resolve) => {
    const announced = new MutationObserver(() => done());
    announced.observe(document.documentElement, {attributeFilter: ['data-obnova-extension']});
    const seen = () => {
      if (document.visibilityState === 'visible') done();
    };
    document.addEventListener('visibilitychange', seen);
    const timer = code === 'extension_missing' ? undefined : setInterval(seen, ASK_AGAIN_MS);
    const done = () => {
      announced.disconnect();
      document.removeEventListener('visibilitychange', seen);
      clearInterval(timer);
      resolve(undefined);
    };
  });
}
