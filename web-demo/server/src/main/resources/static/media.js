// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** The cards of media: where the new key may be kept, and why another medium may not be used. */
import {word} from './site.js';
import {connected, showNotice} from './task.js';

const media = /** @type {HTMLFieldSetElement} */ (document.getElementById('media'));

/** Fills the cards, at once and whenever the person asks for it. A medium that was chosen stays chosen. */
export function watchMedia() {
  document.getElementById('media-again')?.addEventListener('click', () => void fill());
  void fill();
}

/** @returns {string | undefined} the id of the medium; without one the application asks in its own window */
export function chosenMedium() {
  return /** @type {HTMLInputElement | null} */ (media.querySelector('input:checked'))?.value;
}

async function fill() {
  const chosen = chosenMedium();
  media.setAttribute('aria-busy', 'true');
  try {
    const {signal} = new AbortController();
    const obnova = await connected(signal);
    const found = await obnova.listStorages({signal});
    media.replaceChildren(...found.map(card));
    const inputs = /** @type {HTMLInputElement[]} */ ([...media.querySelectorAll('input:enabled')]);
    const preferred = inputs.find(({value}) => value === chosen) ?? inputs[0];
    if (preferred) preferred.checked = true;
    if (found.length === 0) media.replaceChildren(line(word('noMedium')));
  } catch (failure) {
    media.replaceChildren(line(/** @type {Error} */ (failure).message));
    showNotice(failure, () => {
      /** @type {HTMLElement} */ (document.getElementById('notice')).hidden = true;
      void fill();
    });
  } finally {
    media.removeAttribute('aria-busy');
  }
}

/** @param {import('/obnova/obnova.js').Storage} storage */
function card({id, kind, label, state}) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById('medium-template'));
  const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const input = /** @type {HTMLInputElement} */ (made.querySelector('input'));
  input.value = id;
  input.disabled = state !== 'ready';
  input.dataset.testid = `medium-${kind}`;
  const kindName = word(kind);
  /** @type {HTMLElement} */ (made.querySelector('strong')).textContent = label === kindName || !label ? kindName : label;
  const stateName = word(state === 'read-only' ? 'readOnly' : state);
  /** @type {HTMLElement} */ (made.querySelector('small')).textContent = label === kindName ? stateName : `${kindName}, ${stateName}`;
  return made;
}

/** @param {string} text */
function line(text) {
  const paragraph = document.createElement('p');
  paragraph.className = 'small';
  paragraph.textContent = text;
  return paragraph;
}
