// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The media of the storage step: where the new key may be kept, and why another medium may not be used. The cards follow what is plugged in
 * and pulled out; what the person has chosen stays chosen, and so does the focus.
 *
 * @typedef {import('/obnova/obnova.js').Storage} Storage
 * @typedef {import('/obnova/obnova.js').NotListed} NotListed
 * @typedef {import('/obnova/obnova.js').Obnova} Obnova
 */
import {connected, hideNotice, onPress, showNotice} from './task.js';
import {Card, entries, say} from './medium-card.js';
import {rememberMediaSeen} from './medium-return.js';

const media = /** @type {HTMLFieldSetElement} */ (document.getElementById('media'));

/** @type {Map<string, Card>} in the order of the page */
let cards = new Map();

/** @type {WeakSet<Obnova>} connections on which changes are heard */
const heard = new WeakSet();

const {signal} = new AbortController();

/** Fills the cards, at once, whenever the person asks for it, and whenever media change. */
export function watchMedia() {
  part('media-again').addEventListener('click', () => void refresh());
  media.addEventListener('change', () => {
    part('medium-wrong').hidden = true;
    leave();
    sayNext();
  });
  void refresh();
}

/** @returns {Storage | undefined} the medium of the person's choice, where it can be used now */
export function chosenMedium() {
  const card = chosen();
  return card?.usable ? card.storage : undefined;
}

/** @returns {string | undefined} the id of the medium of the person's choice, also while it is pulled out */
export function chosenId() {
  return chosen()?.storage.id;
}

/**
 * Whether the renewal may begin with what is chosen. Where the page sees no media at all, the application asks in its own window, unless only
 * some media are accepted.
 */
export function mediumIsClear() {
  return chosenMedium() !== undefined || (cards.size === 0 && (media.dataset.accepted ?? '') === '');
}

/** Whether a renewal may have begun with an earlier choice: its key may have taken the room that the cards now miss. */
export function mayHaveBegun() {
  return 'earlier' in media.dataset && !chosen()?.pulled;
}

/** Says beside the cards what is missing. */
export function askForMedium() {
  const wrong = part('medium-wrong');
  wrong.textContent = chosen()?.pulled ? say('wrongPulled') : say('wrongNone');
  wrong.hidden = false;
  chooseAnother();
}

/** Leads the person back to the cards. */
export function chooseAnother() {
  hideNotice();
  void refresh();
  const [input] = inputs();
  (input ?? part('media-again')).focus();
}

/** The token wants its PIN changed before it works. @param {() => void} again */
export function changePinThen(again) {
  const card = chosen();
  if (!card) {
    chooseAnother();
    return;
  }
  afterChange = again;
  card.pinButton.click();
}

/** @type {(() => void) | undefined} */
let afterChange;

/**
 * @param {boolean} [asked] whether the person did
 * @returns {Promise<void>} done when the cards show what is there now
 */
export function refresh(asked = true) {
  stale = true;
  running ??= (async () => {
    while (stale) {
      stale = false;
      await fill(asked);
    }
  })().finally(() => (running = undefined));
  return running;
}

/** @type {Promise<void> | undefined} */
let running;
let stale = false;

/** @param {boolean} asked whether the person did */
async function fill(asked) {
  media.setAttribute('aria-busy', 'true');
  try {
    const obnova = await connected(signal);
    listen(obnova);
    const {storages, notListed} = await obnova.listMedia({signal});
    rememberMediaSeen();
    show(storages);
    showNotListed(notListed);
  } catch (failure) {
    if (cards.size === 0) media.replaceChildren(line(/** @type {Error} */ (failure).message));
    // Nobody asked for what follows an event: it does not take the place of what went wrong with something that somebody did ask for.
    if (asked || part('notice').hidden) {
      showNotice(failure, () => {
        hideNotice();
        void refresh();
      });
    }
  } finally {
    media.removeAttribute('aria-busy');
  }
}

/** @param {Obnova} obnova */
function listen(obnova) {
  if (heard.has(obnova)) return;
  heard.add(obnova);
  obnova.onStoragesChanged(() => void refresh(false), {signal});
}

/** @param {Storage[]} storages */
function show(storages) {
  const first = cards.size === 0;
  const focused = document.activeElement;
  const before = cards;
  const said = [];
  cards = new Map();
  for (const storage of storages) {
    const card = before.get(storage.id);
    if (!card) {
      cards.set(storage.id, newCard(storage));
      if (!first) said.push(say('came').replace('%', () => nameOf(storage.id)));
      continue;
    }
    if (card.pulled) said.push(say('back').replace('%', () => card.name));
    card.show(storage);
    cards.set(storage.id, card);
  }
  for (const [id, card] of before) {
    if (cards.has(id)) continue;
    if (!card.pulled) said.push((card.input.checked ? say('wentChosen') : say('went')).replace('%', () => card.name));
    if (card.input.checked) keep(card, [...before.keys()].indexOf(id));
  }
  place();
  if (!chosen()) choose();
  sayNext();
  if (said.length > 0) part('media-said').textContent = said.join(' ');
  if (focused instanceof HTMLElement && document.activeElement !== focused) (focused.isConnected ? focused : inputs()[0] ?? part('media-again')).focus();
}

/** A medium that was chosen keeps its card, and its place among the others. @param {Card} card @param {number} index */
function keep(card, index) {
  card.pull();
  const all = [...cards];
  all.splice(index, 0, [card.storage.id, card]);
  cards = new Map(all);
}

/** Puts the cards into the page, and moves none that stands in its place. */
function place() {
  const wanted = cards.size === 0 ? [line(say('noMedium'))] : [...cards.values()].map(({element}) => element);
  for (const child of [...media.children]) {
    if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove();
  }
  wanted.forEach((element, index) => {
    if (media.children[index] !== element) media.insertBefore(element, media.children[index] ?? null);
  });
}

/** The first one that fits, as long as the person has chosen none. */
function choose() {
  const card = [...cards.values()].find(({usable}) => usable);
  if (card) card.input.checked = true;
}

/** A medium that is gone has its card only while it is the chosen one; one that does not fit cannot be chosen again. */
function leave() {
  for (const [id, card] of cards) {
    if (card.input.checked) continue;
    if (card.pulled) cards.delete(id);
    else card.show(card.storage);
  }
  place();
}

/** @param {Storage} storage */
function newCard(storage) {
  const card = new Card(storage);
  onPress(card.pinButton, async (options) => {
    const goOn = afterChange;
    afterChange = undefined;
    const obnova = await connected(options.signal);
    await obnova.changePin({storage: storage.id}, options);
    part('media-said').textContent = say('pinChanged').replace('%', () => card.name);
    await refresh();
    if (goOn) goOn();
    else card.input.focus();
  });
  return card;
}

/** @param {NotListed[]} notListed */
function showNotListed(notListed) {
  const list = part('media-not-listed');
  list.hidden = notListed.length === 0;
  list.querySelector('ul')?.replaceChildren(...notListed.map(({name, reason, message, hint}) => {
    const entry = document.createElement('li');
    entry.dataset.reason = reason;
    const title = document.createElement('strong');
    title.textContent = name;
    entry.append(title, line(message), line(hint));
    return entry;
  }));
}

/** What comes after the button, for the medium that is chosen. */
function sayNext() {
  const medium = chosen()?.storage;
  const next = part('media-next');
  const said = medium?.kind === 'token' ? `${say('nextToken')} ${medium.pinEntries ? `${entries(medium.pinEntries)}. ` : ''}${say('nextOld')}` : say('next');
  if (next.textContent !== said) next.textContent = said;
}

function chosen() {
  return [...cards.values()].find(({input}) => input.checked);
}

/** @param {string} id */
function nameOf(id) {
  return cards.get(id)?.name ?? '';
}

/** @returns {HTMLInputElement[]} those that can be chosen, the chosen one first */
function inputs() {
  const usable = [...cards.values()].filter(({input}) => !input.disabled).map(({input}) => input);
  return usable.sort((one, other) => Number(other.checked) - Number(one.checked));
}

/** @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} text */
function line(text) {
  const paragraph = document.createElement('p');
  paragraph.className = 'small';
  paragraph.textContent = text;
  return paragraph;
}
