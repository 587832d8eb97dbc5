// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The buttons of an application's page. The page owns nothing: the server says which step is due, the application on the computer
 * remembers the key. So each button may be pressed again after any interruption, and every one ends by showing the page anew.
 */
import {post, read, word} from './site.js';
import {connected, onPress, onRemedy} from './task.js';
import {whenMediumComes} from './medium-return.js';
import {showCopies, showStores} from './key-results.js';
import {onImport} from './import-key.js';
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
  const renewal = step === 'receipt' ? await renewalToConfirm(obnova, options) : undefined;
  const {signature} = await obnova.signDocument({...order, certificate, ...(renewal && {renewal})}, options);
  await post(`${base}/${step}`, {signature}, options);
  again();
}

/**
 * The renewal that a receipt belongs to. A receipt can be signed without it: on another computer, and where the person does not show it.
 *
 * @param {import('/obnova/obnova.js').Obnova} obnova
 * @param {Options} options
 */
async function renewalToConfirm(obnova, options) {
  try {
    const renewal = await renewalHere(obnova, options);
    return renewal?.request === undefined ? undefined : renewal.renewal;
  } catch {
    options.signal.throwIfAborted();
    return undefined;
  }
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
  if (renewal.keyMissing) throw keyMissing(renewal.storageLabel);
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

/**
 * The renewal whose key waits for its certificate. On another computer, or where the record of it was lost, the key is found again by the
 * request that the CA holds.
 *
 * @param {import('/obnova/obnova.js').Obnova} obnova
 * @param {Options} options
 */
async function renewalToFinish(obnova, options) {
  const renewal = await renewalHere(obnova, options);
  if (renewal?.keyMissing) throw keyMissing(renewal.storageLabel);
  if (renewal) return renewal;
  return obnova.createRequest(await read(`${base}/order`, options), options);
}

/** What the person is told, and what the page waits for. @param {string} label of the medium */
function keyMissing(label) {
  const message = label ? word('key').replace('%', () => label) : word('keyUnknown');
  return {code: 'key_missing', message, loss: word('keyLoss'), hint: word('keyHint')};
}

/** @param {Options} options */
async function install(options) {
  const obnova = await connected(options.signal);
  const {certificate, chain} = await read(`${base}/installation`, options);
  const {renewal} = await renewalToFinish(obnova, options);
  await obnova.installCertificate({renewal, certificate, chain}, options);
  await post(`${base}/installed`, {}, options);
  again();
}

/**
 * The application on the computer comes first: there the person may still think better of it, and decides what becomes of the key.
 *
 * @param {Options} options
 */
async function abandon(options) {
  const obnova = await connected(options.signal);
  const renewal = await renewalHere(obnova, options);
  if (renewal) await obnova.abandonRenewal({renewal: renewal.renewal}, options);
  await post(`${base}/given-up`, {}, options);
  again();
}

/** The new certificate, once there is one. */
const newCertificate = document.getElementById('where')?.dataset.sha256 ?? '';

/** @param {Options} options */
async function publish(options) {
  const obnova = await connected(options.signal);
  const stores = await obnova.publishCertificate({certificate: newCertificate}, options);
  showStores(/** @type {HTMLElement} */ (document.getElementById('stores')), stores);
}

/** @param {Options} options */
async function copies(options) {
  const obnova = await connected(options.signal);
  const {backups, incomplete} = await obnova.listBackups(options);
  const own = backups.filter(({certificate}) => certificate === newCertificate);
  const name = document.querySelector('[data-testid="valid-until"]')?.textContent ?? undefined;
  showCopies(/** @type {HTMLElement} */ (document.getElementById('copies')), {backups: own, incomplete}, () => name);
}

/** @param {Options} options */
async function backup(options) {
  await read(`${base}/copying`, options);
  const obnova = await connected(options.signal);
  const certificate = newCertificate;
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
  abandon,
  backup,
  publish,
  copies,
};

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-act]'))) {
  const work = WORK[button.dataset.act ?? ''];
  if (work) onPress(button, work);
}
/** Once the cards show the medium that is back. @param {() => void} again @param {AbortSignal} [signal] */
async function goOn(again, signal) {
  await media?.refresh(false);
  if (!signal?.aborted) again();
}

onRemedy('wait', {
  press: (again) => void goOn(again),
  meanwhile: (again, signal, code) => {
    const notThere = code === 'key_missing' || code === 'container_not_found';
    void whenMediumComes(keyAt ?? media?.chosenId(), () => void goOn(again, signal), signal, notThere);
  },
});
onImport(async (certificate) => {
  const signer = /** @type {HTMLSelectElement} */ (document.getElementById('signer'));
  const fits = [...signer.options].some(({value}) => value === certificate);
  if (fits) signer.value = certificate;
  return fits;
});
if (media) {
  onRemedy('choose', {press: media.chooseAnother});
  onRemedy('change-pin', {press: media.changePinThen});
  media.watchMedia();
}
