// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
// Keeps the form's draft while the person types, and shows what belongs to the chosen document. Without it the form works all the same.

const form = /** @type {HTMLFormElement} */ (document.getElementById('data-form'));
const said = /** @type {HTMLElement} */ (document.getElementById('draft-said'));
const kind = /** @type {HTMLSelectElement} */ (document.getElementById('documentKind'));

/** One at a time, the latest last. */
let sending = Promise.resolve();

async function send() {
  try {
    const answer = await fetch(form.dataset.draft ?? '', {
      method: 'POST',
      body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
      keepalive: true,
    });
    said.textContent = (answer.ok ? said.dataset.saved : said.dataset.lost) ?? '';
  } catch {
    said.textContent = said.dataset.lost ?? '';
  }
}

function showWhatBelongs() {
  const passport = kind.value === 'passport' || kind.value === '';
  const citizen = passport || kind.value === 'military';
  /** @type {HTMLElement} */ (document.getElementById('field-departmentCode')).hidden = !passport;
  /** @type {HTMLElement} */ (document.getElementById('field-citizenship')).hidden = citizen;
}

form.addEventListener('change', () => {
  sending = sending.then(send);
});
// A page that is closed while a field still has the focus: its change is not told otherwise.
window.addEventListener('pagehide', () => {
  if (document.activeElement && form.contains(document.activeElement)) void send();
});
kind.addEventListener('change', showWhatBelongs);
showWhatBelongs();
document.querySelector('[data-testid="form-wrong"] a')?.focus();
