// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The keyboard of the operators' site. Letters work only while the focus is on a row of the queue (WCAG 2.2, 2.1.4), so that they never meet a screen reader's own or
 * what somebody types. After a decision the focus is on the row that took the place of the one that is gone.
 */
const PLACE = 'queue-place';
const table = document.getElementById('queue');
const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('keys-dialog'));
const rows = /** @type {HTMLAnchorElement[]} */ ([...(table?.querySelectorAll('tbody a') ?? [])]);

/** @param {number} step */
function move(step) {
  const now = rows.findIndex((row) => row === document.activeElement);
  rows[Math.min(Math.max(now + step, 0), rows.length - 1)]?.focus();
}

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => move(1),
  ArrowDown: () => move(1),
  k: () => move(-1),
  ArrowUp: () => move(-1),
  '?': () => dialog?.showModal(),
};

table?.addEventListener('keydown', (event) => {
  const act = KEYS[event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
});
table?.addEventListener('click', (event) => {
  const place = rows.findIndex((row) => row === event.target);
  if (place >= 0) sessionStorage.setItem(PLACE, String(place));
});
document.getElementById('keys')?.addEventListener('click', () => dialog?.showModal());

const place = sessionStorage.getItem(PLACE);
if (document.getElementById('queue-title') && place !== null) {
  sessionStorage.removeItem(PLACE);
  (rows[Math.min(Number(place), rows.length - 1)] ?? document.getElementById('queue-title'))?.focus();
}
// The browser moves the view to the part that was acted on; the focus goes with it.
if (location.hash) document.getElementById(location.hash.slice(1))?.focus();
