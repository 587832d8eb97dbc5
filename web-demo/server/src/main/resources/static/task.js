// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Runs what a button starts: one at a time, with progress, a way to cancel, and every failure as three lines with one button. Whatever
 * happens the page stays usable.
 */
import {Obnova} from '/obnova/obnova.js';
import {word} from './site.js';

/** What only an installation mends; the notice's button leads there. */
const SETUP = new Set(['extension_missing', 'host_missing', 'host_forbidden', 'host_outdated', 'extension_outdated', 'page_not_allowed']);

/** What a fresh page mends: the server decides which step is due. */
const RELOAD = new Set([
  'step_out_of_order', 'form_expired', 'login_required', 'renewal_conflict', 'renewal_abandoned', 'renewal_finished', 'key_reused', 'not_found',
]);

/** What another medium mends; on a page that shows no media the step is tried again. */
const CHOOSE = new Set([
  'medium_not_allowed', 'pin_locked', 'pin_not_set', 'storage_full', 'storage_not_found', 'storage_read_only', 'token_cannot', 'token_not_ready',
]);

/** Failures with an act of their own. */
const ACTS = new Map([
  ['token_removed', 'wait'],
  ['storage_removed', 'wait'],
  ['container_not_found', 'wait'],
  ['key_missing', 'wait'],
  ['pin_change_required', 'change-pin'],
  ['key_not_exportable', 'leave'],
  ['copy_not_allowed', 'leave'],
]);

/**
 * What a page can do about a failure besides trying again.
 *
 * @typedef {object} Remedy
 * @property {(again: () => void) => void} [press] instead of trying again, when the button is pressed
 * @property {(again: () => void, signal: AbortSignal, code: string) => void} [meanwhile] begins with the notice, and ends with it
 */

/** @type {Map<string, Remedy>} */
const remedies = new Map();

/** @type {AbortController | undefined} of the notice that is shown */
let shown;

/** @type {Promise<Obnova> | undefined} */
let connection;

/**
 * The connection to the extension, made when it is first needed; a failed one is not kept.
 *
 * @param {AbortSignal} signal
 */
export function connected(signal) {
  connection ??= Obnova.connect({signal}).catch((failure) => {
    connection = undefined;
    throw failure;
  });
  return connection;
}

/**
 * @param {HTMLButtonElement} button
 * @param {(options: {signal: AbortSignal, onProgress: (progress: import('/obnova/obnova.js').Progress) => void}) => Promise<void>} work
 */
export function onPress(button, work) {
  const press = async () => {
    if (button.getAttribute('aria-busy') === 'true') return;
    const abort = new AbortController();
    hideNotice();
    button.setAttribute('aria-busy', 'true');
    const end = showProgress(abort);
    try {
      await work({signal: abort.signal, onProgress});
    } catch (failure) {
      if (!abort.signal.aborted) showNotice(failure, press);
    } finally {
      end();
      button.removeAttribute('aria-busy');
    }
  };
  button.addEventListener('click', press);
}

/**
 * @param {'choose' | 'wait' | 'change-pin'} act
 * @param {Remedy} remedy
 */
export function onRemedy(act, remedy) {
  remedies.set(act, remedy);
}

/** @param {string} id */
function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no ${id} in this page`);
  return found;
}

/** @param {AbortController} abort */
function showProgress(abort) {
  const panel = part('progress');
  const cancel = panel.querySelector('button');
  const onCancel = () => abort.abort();
  cancel?.addEventListener('click', onCancel);
  onProgress({step: '', state: 'running'});
  panel.hidden = false;
  return () => {
    cancel?.removeEventListener('click', onCancel);
    panel.hidden = true;
  };
}

/** @param {import('/obnova/obnova.js').Progress} progress */
export function onProgress({state, done, total, text}) {
  const panel = part('progress');
  const line = panel.querySelector('p');
  const bar = panel.querySelector('progress');
  const said = state === 'waiting' ? `${text ? `${text}. ` : ''}${word('waiting')}` : (text ?? word('working'));
  if (line && line.textContent !== said) line.textContent = said;
  if (!bar) return;
  if (done !== undefined && total) {
    bar.max = total;
    bar.value = done;
  } else {
    bar.removeAttribute('value');
  }
}

export function hideNotice() {
  shown?.abort();
  part('notice').hidden = true;
}

/**
 * @param {string} code
 * @returns {string} what the notice's one button does
 */
function actOf(code) {
  const here = document.body.dataset.step === 'setup';
  if (SETUP.has(code) && !here) return 'setup';
  if (RELOAD.has(code)) return 'reload';
  const act = CHOOSE.has(code) ? 'choose' : ACTS.get(code);
  return act !== undefined && (act === 'leave' || remedies.has(act)) ? act : 'again';
}

/**
 * Shows a failure: what happened, whether anything is lost, what to do now, and one button that does it.
 *
 * @param {any} failure an ObnovaError, a SiteError, or a defect of this page
 * @param {() => void} again
 */
export function showNotice(failure, again) {
  const notice = part('notice');
  const template = /** @type {HTMLTemplateElement} */ (part('notice-template'));
  const lines = failure.loss === undefined ? unexpected(failure) : failure;
  notice.replaceChildren(template.content.cloneNode(true));
  /** @param {string} selector @param {string} text */
  const say = (selector, text) => {
    const line = notice.querySelector(selector);
    if (line) line.textContent = text;
  };
  say('.what', lines.message);
  say('.loss', lines.loss);
  say('.hint', lines.hint);
  say('.code', `${word('code')} ${lines.number ?? ''} ${lines.code}`.replace(/\s+/g, ' '));
  notice.dataset.problem = lines.code;
  const act = actOf(lines.code);
  if (act !== 'wait') notice.querySelector('.waiting')?.remove();
  for (const choice of /** @type {NodeListOf<HTMLElement>} */ (notice.querySelectorAll('[data-act]'))) {
    if (choice.dataset.act === act) prepare(choice, act, lines.code, again);
    else choice.remove();
  }
  notice.hidden = false;
  notice.focus();
  shown?.abort();
  shown = new AbortController();
  remedies.get(act)?.meanwhile?.(again, shown.signal, lines.code);
}

/**
 * @param {HTMLElement} choice
 * @param {string} act
 * @param {string} code
 * @param {() => void} again
 */
function prepare(choice, act, code, again) {
  const press = remedies.get(act)?.press;
  if (press) choice.addEventListener('click', () => press(again));
  else if (act === 'again' || act === 'wait') choice.addEventListener('click', again);
  if (act === 'reload') choice.addEventListener('click', () => window.location.reload());
  if (act === 'setup') {
    choice.textContent = code === 'host_missing' ? word('download') : code === 'extension_missing' ? word('extension') : word('setup');
    choice.setAttribute('href', `/setup?back=${encodeURIComponent(window.location.pathname + window.location.search)}`);
    choice.dataset.testid = 'setup';
  }
}

/** @param {any} failure */
function unexpected(failure) {
  console.error(failure);
  return {code: 'page', message: word('offline'), loss: word('offlineLoss'), hint: word('offlineHint')};
}
