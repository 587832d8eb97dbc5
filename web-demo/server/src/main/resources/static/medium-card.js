// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** One card of the storage step: what a medium is, what speaks for it, and why it may not be used. */

/**
 * @typedef {import('/obnova/obnova.js').Storage} Storage
 *
 * @typedef {object} Rules what the CA and this application want of a medium
 * @property {string} algorithm of the new key
 * @property {string} algorithmTitle
 * @property {string[]} accepted products that alone are accepted; empty where everything is
 * @property {string[]} refused products that only a service centre serves
 */

const page = /** @type {HTMLElement} */ (document.getElementById('media'));
const template = /** @type {HTMLTemplateElement} */ (document.getElementById('medium-template'));

/** Kinds of media that have a picture of their own. */
const ICONS = new Set(['computer', 'removable', 'folder', 'token']);

/** @param {string} key of the words of this page, in its language */
export function say(key) {
  return document.getElementById('media-words')?.dataset[key] ?? '';
}

/** @type {Rules} */
export const RULES = {
  algorithm: page?.dataset.algorithm ?? '',
  algorithmTitle: page?.dataset.algorithmTitle ?? '',
  accepted: names(page?.dataset.accepted),
  refused: names(page?.dataset.refused),
};

/** @param {string | undefined} list */
function names(list) {
  return (list ?? '').split(' ').filter((name) => name !== '');
}

/** A medium as the page shows it: the same card as long as the medium is spoken of, so that selection and focus stay. */
export class Card {
  /** Whether the medium was pulled out while it was chosen. */
  pulled = false;

  /** @param {Storage} storage */
  constructor(storage) {
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    this.element = /** @type {HTMLElement} */ (copy.firstElementChild);
    this.input = /** @type {HTMLInputElement} */ (copy.querySelector('input'));
    this.pinButton = /** @type {HTMLButtonElement} */ (copy.querySelector('button'));
    this.input.value = storage.id;
    this.input.dataset.testid = `medium-${storage.kind}`;
    this.element.dataset.storage = storage.id;
    const description = /** @type {HTMLElement} */ (copy.querySelector('.medium-more'));
    description.id = `medium-more-${++made}`;
    this.input.setAttribute('aria-describedby', description.id);
    /** @type {HTMLImageElement} */ (copy.querySelector('img')).src = `/static/medium-${ICONS.has(storage.kind) ? storage.kind : 'folder'}.svg`;
    this.storage = storage;
    this.show(storage);
  }

  /** @param {Storage} storage the same medium, as it is now */
  show(storage) {
    this.storage = storage;
    this.pulled = false;
    this.#draw();
  }

  /** The medium is gone, and stays chosen for its return. */
  pull() {
    this.pulled = true;
    this.#draw();
  }

  get usable() {
    return !this.pulled && unfit(this.storage) === '';
  }

  get name() {
    return nameOf(this.storage);
  }

  #draw() {
    const {storage} = this;
    const why = this.pulled ? say('pulled') : unfit(storage);
    // What is chosen keeps the focus whatever becomes of it; what is not cannot be chosen.
    this.input.disabled = why !== '' && !this.input.checked;
    this.element.dataset.state = this.pulled ? 'pulled' : why === '' ? 'usable' : 'unfit';
    this.#text('strong', this.name);
    this.#text('small', kindOf(storage, this.pulled, why === ''));
    const facts = this.pulled ? [] : factsOf(storage, why === '');
    const list = /** @type {HTMLElement} */ (this.element.querySelector('.medium-facts'));
    list.replaceChildren(...facts.map((fact) => item(fact)));
    list.hidden = facts.length === 0;
    this.#text('.medium-why', why);
    this.pinButton.hidden = this.pulled || storage.pin !== 'factory';
    this.pinButton.setAttribute('aria-label', `${this.pinButton.textContent}: ${this.name}`);
  }

  /** @param {string} selector @param {string} text */
  #text(selector, text) {
    const line = /** @type {HTMLElement} */ (this.element.querySelector(selector));
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === '';
  }
}

let made = 0;

/** @param {Storage} storage */
function nameOf({kind, product, label}) {
  return label || productName(product) || say(kind);
}

/**
 * @param {Storage} storage
 * @param {boolean} pulled
 * @param {boolean} fits where it does not, nobody needs to hear that it is ready
 */
function kindOf(storage, pulled, fits) {
  const {kind, product, state} = storage;
  const what = [say(kind), productName(product)].filter((word) => word && !nameOf(storage).includes(word));
  const how = pulled ? say('absent') : say(state === 'read-only' ? 'readOnly' : state);
  return (fits || pulled || state !== 'ready' ? [...what, how] : what).join(', ');
}

/** @param {string | undefined} product */
function productName(product) {
  return document.querySelector(`#products [data-product="${CSS.escape(product ?? '')}"]`)?.textContent ?? '';
}

/**
 * @param {Storage} storage
 * @param {boolean} fits
 * @returns {string[]} what a person wants to know of a token before choosing it, and of one that cannot be chosen the PIN, if that is why
 */
function factsOf({manner, pin, pinEntries}, fits) {
  const facts = [];
  if (manner && fits) facts.push(say(manner));
  if (pin && (fits || pin === 'locked' || pin === 'not-set')) facts.push(say(`pin-${pin}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())));
  if (pinEntries && fits) facts.push(entries(pinEntries));
  return facts.filter((fact) => fact !== '');
}

/**
 * @param {Storage} storage
 * @returns {string} why the new key cannot lie there; empty where it can
 */
export function unfit({kind, product = '', state, pin, algorithms}) {
  if (RULES.refused.includes(product)) return say('serviceCentre');
  if (RULES.accepted.length > 0 && !RULES.accepted.includes(product)) return say('notAccepted');
  if (state !== 'ready') return say(state === 'read-only' ? 'whyReadOnly' : state === 'full' ? 'whyFull' : 'whyAbsent');
  if (kind !== 'token') return '';
  if (algorithms && !algorithms.some((algorithm) => algorithm === RULES.algorithm)) return say('cannot').replace('%', RULES.algorithmTitle);
  if (pin === 'locked') return say('whyLocked');
  if (pin === 'not-set') return say('whyNotSet');
  return '';
}

/** @param {{least: number, most: number}} entries how often the PIN will be asked for in one renewal */
export function entries({least, most}) {
  if (most === 0) return say('entriesNone');
  if (least === most) return say('entries').replace('%', times(most));
  return say('entriesRange').replace('%', String(least)).replace('%', String(most));
}

/** @param {number} count */
function times(count) {
  const form = new Intl.PluralRules(document.documentElement.lang || 'ru').select(count);
  return say(form === 'one' ? 'timesOne' : form === 'few' ? 'timesFew' : 'timesMany').replace('%', String(count));
}

/** @param {string} text */
function item(text) {
  const line = document.createElement('li');
  line.textContent = text;
  return line;
}
