// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The buttons of an application's page. The page owns nothing: the server says which step is due, the application on the computer
 * remembers the key. So each button may be pressed again after any interruption, and every one ends by showing the page anew.
 */
import {post, read} from './site.js';
import {connected, onPress, onRemedy} from './task.js';
import {whenTokenReturns} from './token-return.js';
import './repeat.js';

const application = document.getElementById('title')?.dataset.application ?? '';
const base = `/applications/${application}`;

/** As long as the CA keeps it. */
const LONGEST_LABEL = 200;

/** The cards of the storage step; no other page has them. */
const media = document.getElementById('media') ? await import('./media.js') : undefined;

/** @type {string | undefined} id of the medium of this renewal's key, once it is known here */
let keyAt;

/** @typedef {Parameters<Parameters<typeof onPress>[1]>[0]} Options */

/** @param {'statement' | 'receipt'} step @param {Options} options */
async function sign(step, options) {
  const obnova = await connected(options.signal);
  const order = await read(`${base}/document`, options);
  const certificate = /** @type {HTMLSelectElement} */ (document.getElementById('signer')).value;
  const {signature} = await obnova.signDocument({...order, certificate}, options);
  await post(`${base}/${step}`, {signature}, options);
  again();
}

/** @param {Options} options */
async function issue(options) {
  const consent = /** @type {HTMLInputElement} */ (document.getElementById('consent'));
  const wrong = /** @type {HTMLElement} */ (document.getElementById('consent-wrong'));
  wrong.hidden = consent.checked;
  if (!consent.checked) return consent.focus();
  if (!media?.mediumIsClear() && !media?.mayHaveBegun()) return media?.askForMedium();
  const obnova = await connected(options.signal);
  await post(`${base}/agreement`, {}, options);
  const made = (await begun(obnova, options)) ?? (media?.mediumIsClear() ? await ordered(obnova, options) : undefined);
  if (!made) return media?.askForMedium();
  const {request} = made;
  await post(`${base}/request`, {request}, options);
  again();
}

/**
 * The request of a renewal that was begun on this computer before the page or the browser went away. Where no key was made yet there is
 * nothing to go on from, and what the person chooses now holds.
 *
 * @param {import('/obnova/obnova.js').Obnova} obnova
 * @param {Options} options
 */
async function begun(obnova, options) {
  const renewal = await renewalHere(obnova, options);
  if (!renewal || renewal.state === 'intended') return undefined;
  if (renewal.request) return {request: renewal.request};
  const {request} = await obnova.resumeRenewal({renewal: renewal.renewal}, options);
  return request ? {request} : undefined;
}

/**
 * @param {import('/obnova/obnova.js').Obnova} obnova
 * @param {Options} options
 */
async function ordered(obnova, options) {
  const order = await read(`${base}/order`, options);
  const medium = media?.chosenMedium();
  if (!medium) return obnova.createRequest(order, options);
  // Before a key is made: the CA refuses a medium on which nobody accepts the certificate.
  const {id: storage, kind, product, manner, label} = medium;
  await post(`${base}/medium`, {kind, product, manner, label: label.slice(0, LONGEST_LABEL) || kind}, options);
  return obnova.createRequest({...order, storage}, options);
}

/**
 * @param {import('/obnova/obnova.js').Obnova} obnova
 * @param {Options} options
 */
async function renewalHere(obnova, options) {
  const renewal = (await obnova.listRenewals(options)).find((one) => one.application === application);
  keyAt = renewal?.storage;
  return renewal;
}

/** @param {Options} options */
async function install(options) {
  const obnova = await connected(options.signal);
  const {certificate, chain} = await read(`${base}/installation`, options);
  const renewal = await renewalHere(obnova, options);
  await obnova.installCertificate({renewal: renewal?.renewal ?? application, certificate, chain}, options);
  await post(`${base}/installed`, {}, options);
  again();
}

/** @param {Options} options */
async function backup(options) {
  const obnova = await connected(options.signal);
  const certificate = document.getElementById('where')?.dataset.sha256 ?? '';
  await obnova.copyContainer({certificate}, options);
  await post(`${base}/backup`, {}, options);
  again();
}

/** Shows the step that is due now; the address stays the same. */
function again() {
  window.location.replace(base);
}

/** @type {Record<string, (options: Options) => Promise<void>>} */
const WORK = {
  'sign-statement': (options) => sign('statement', options),
  'sign-receipt': (options) => sign('receipt', options),
  issue,
  install,
  backup,
};

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-act]'))) {
  const work = WORK[button.dataset.act ?? ''];
  if (work) onPress(button, work);
}
/** Once the cards show the token that is back. @param {() => void} again @param {AbortSignal} [signal] */
async function goOn(again, signal) {
  await media?.refresh(false);
  if (!signal?.aborted) again();
}

onRemedy('wait', {
  press: (again) => void goOn(again),
  meanwhile: (again, signal) => void whenTokenReturns(keyAt ?? media?.chosenId(), () => void goOn(again, signal), signal),
});
if (media) {
  onRemedy('choose', {press: media.chooseAnother});
  onRemedy('change-pin', {press: media.changePinThen});
  media.watchMedia();
}
