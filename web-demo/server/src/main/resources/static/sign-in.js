// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** The cabinet's login by certificate: choose one whose key is at hand, then sign the login with it. */
import {post, word} from './site.js';
import {onImport} from './import-key.js';
import {connected, onPress} from './task.js';

const choose = /** @type {HTMLButtonElement} */ (document.getElementById('choose-certificate'));
const enter = /** @type {HTMLButtonElement} */ (document.getElementById('sign-in-certificate'));
const choices = /** @type {HTMLFieldSetElement} */ (document.getElementById('certificates'));

onPress(choose, (options) => list(options));

onImport(async (certificate, options) => {
  await list(options);
  const added = /** @type {HTMLInputElement | null} */ (choices.querySelector(`input[value="${CSS.escape(certificate)}"]`));
  if (added) added.checked = true;
  return added !== null;
});

/** @param {Parameters<Parameters<typeof onPress>[1]>[0]} options */
async function list({signal, onProgress}) {
  const obnova = await connected(signal);
  const now = Date.now();
  // The one that lasts longest comes first, and is chosen unless the person says otherwise: the application lists them in no order.
  const certificates = (await obnova.listCertificates({signal, onProgress}))
    .filter(({notAfter}) => Date.parse(notAfter) > now)
    .sort((one, other) => Date.parse(other.notAfter) - Date.parse(one.notAfter));
  for (const old of choices.querySelectorAll('label')) old.remove();
  choices.append(...certificates.map(card));
  choices.hidden = certificates.length === 0;
  enter.hidden = certificates.length === 0;
  choices.querySelector('input')?.focus();
}

onPress(enter, async ({signal, onProgress}) => {
  const chosen = /** @type {HTMLInputElement | null} */ (choices.querySelector('input:checked'));
  if (!chosen) return choices.querySelector('input')?.focus();
  const obnova = await connected(signal);
  const {nonce} = await post('/sign-in/challenge', {}, {signal});
  const {text, signature} = await obnova.authenticate({certificate: chosen.value, nonce}, {signal, onProgress});
  const {next} = await post('/sign-in/certificate', {text, signature}, {signal});
  window.location.assign(next);
});

/**
 * @param {import('/obnova/obnova.js').Certificate} certificate
 * @param {number} index
 */
function card({sha256, subject, notAfter, storageLabel}, index) {
  const label = document.createElement('label');
  label.className = 'medium';
  const input = Object.assign(document.createElement('input'), {type: 'radio', name: 'certificate', value: sha256, checked: index === 0});
  const body = document.createElement('span');
  const name = document.createElement('strong');
  name.textContent = subject;
  const more = document.createElement('small');
  const day = new Date(notAfter).toLocaleDateString(document.documentElement.lang, {dateStyle: 'long'});
  more.textContent = `${word('until').replace('{0}', day)} · ${storageLabel}`;
  body.append(name, more);
  label.append(input, body);
  return label;
}
