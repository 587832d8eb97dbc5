// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** How the setup page looks at each moment. */
import {isOpen} from './setup-checkup.js';
import {part, word} from './setup-parts.js';

/**
 * @typedef {import('./setup-checkup.js').Checkup} Checkup
 * @typedef {import('./setup-checkup.js').Row} Row
 * @typedef {import('./setup-presence.js').Presence} Presence
 */

const STOPS = ['presence', 'check', 'setup', 'done'];

/** How a state looks; its word says the same. */
const LOOKS = new Map([
  ['ready', 'good'], ['ok', 'good'], ['present', 'good'], ['unchecked', 'plain'], ['checking', 'plain'], ['unknown', 'plain'], ['administrator', 'plain'], ['optional', 'plain'],
  ['outdated', 'warn'], ['differs', 'warn'], ['warning', 'warn'], ['trouble', 'warn'],
]);

/** What the extension lacks, rather than the application. */
const OF_EXTENSION = new Set(['extension_missing', 'extension_outdated', 'page_not_allowed']);

/**
 * @param {string} here
 * @param {string} [state] of the page, for scripts and tests
 */
export function stopAt(here, state = here) {
  document.body.dataset.state = state;
  const trail = part('trail');
  STOPS.forEach((stop, index) => {
    const item = /** @type {HTMLElement} */ (trail.querySelector(`[data-stop="${stop}"]`));
    const place = index < STOPS.indexOf(here) || here === 'done' ? 'done' : stop === here ? 'here' : 'ahead';
    item.className = place;
    item.toggleAttribute('aria-current', false);
    if (stop === here) item.setAttribute('aria-current', 'step');
    say(item, '.dot', place === 'done' ? '✓' : String(index + 1));
    say(item, '.visually-hidden', trail.dataset[place] ?? '');
    if (stop !== here) return;
    const short = /** @type {HTMLElement} */ (document.querySelector('.trail .short'));
    short.textContent = (short.dataset.text ?? '').replace('%1', String(index + 1)).replace('%2', item.querySelector('.label')?.textContent ?? '');
  });
}

/** @param {Presence} found */
export function showPresence({extension, host, failure}) {
  const code = failure?.code ?? '';
  const ofExtension = OF_EXTENSION.has(code);
  const lines = {detail: failure?.message ?? '', hint: failure?.hint ?? ''};
  present('browser', {status: 'ready', version: browserName()});
  present('extension', ofExtension
    ? {status: code === 'extension_missing' ? 'absent' : code === 'extension_outdated' ? 'outdated' : 'trouble', version: extension, ...(code === 'extension_missing' ? {} : lines)}
    : {status: host === '' ? 'present' : 'ready', version: extension});
  present('host', ofExtension
    ? {status: 'unchecked'}
    : !failure
      ? {status: 'ready', version: host}
      : {status: code === 'host_missing' ? 'absent' : code === 'host_outdated' ? 'outdated' : 'trouble', ...lines});
  present('versions', {status: failure ? 'unchecked' : 'ready', detail: ''});
  part('get-extension').hidden = !(code === 'extension_missing' || code === 'extension_outdated');
  part('get-application').hidden = failure === undefined || ofExtension;
  part('heard').textContent = [...part('programs').querySelectorAll('li')].map((item) => item.innerText.replace(/\s+/g, ' ')).join('. ');
}

/**
 * @param {string} id
 * @param {Partial<Row>} row
 */
function present(id, row) {
  const item = /** @type {HTMLElement} */ (part('programs').querySelector(`[data-component="${id}"]`));
  fill(item, row);
}

/** @param {Checkup} checkup */
export function showFinding(checkup) {
  const list = part('components');
  // What is open stands first: a person reads from above.
  const rows = [...checkup.rows].sort((one, other) => Number(isOpen(other)) - Number(isOpen(one)));
  list.replaceChildren(...rows.map((row) => {
    const item = fromTemplate('component');
    item.dataset.component = row.id;
    item.dataset.testid = `component-${row.id}`;
    say(item, '.component-name', row.title);
    if (row.administrator && row.status !== 'ready') return fill(item, {...row, status: 'administrator'});
    return fill(item, row.optional && row.status === 'problem' ? {...row, status: 'optional'} : row);
  }));
  list.hidden = false;
  part('ticks').replaceChildren(...checkup.todo.map(({id, title}) => tick(id, title)));
  part('changes').replaceChildren(...checkup.todo.flatMap(({changes}) => changes).map(({place, detail}) => {
    const item = document.createElement('li');
    const where = document.createElement('code');
    where.textContent = place;
    item.append(where, ` ${detail}`);
    return item;
  }));
}

/**
 * @param {string} id
 * @param {string} title
 */
function tick(id, title) {
  const label = document.createElement('label');
  label.className = 'tick';
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.value = id;
  const text = document.createElement('span');
  text.textContent = title;
  label.append(box, text);
  return label;
}

/**
 * @param {HTMLElement} item
 * @param {Partial<Row>} row
 */
function fill(item, {status = 'unknown', version, detail = '', hint = ''}) {
  item.dataset.status = status;
  const badge = /** @type {HTMLElement} */ (item.querySelector('.badge'));
  badge.textContent = word(status === 'ok' ? 'ready' : status);
  badge.className = `badge badge-${LOOKS.get(status) ?? 'bad'}`;
  say(item, '.component-version', version ? (/^\d/.test(version) ? word('version').replace('%', version) : version) : '');
  say(item, '.component-detail', detail);
  say(item, '.component-hint', hint);
  return item;
}

/**
 * @param {Element} item
 * @param {string} selector
 * @param {string} text
 */
function say(item, selector, text) {
  const line = item.querySelector(selector);
  if (line && line.textContent !== text) line.textContent = text;
}

/** @param {string} id */
function fromTemplate(id) {
  const template = /** @type {HTMLTemplateElement} */ (part(id));
  return /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
}

/** The browser and its version, as it says them. */
function browserName() {
  const brands = /** @type {any} */ (navigator).userAgentData?.brands ?? [];
  const named = brands.find((/** @type {{brand: string}} */ {brand}) => !/not.a.brand|chromium/i.test(brand)) ?? brands.find((/** @type {{brand: string}} */ {brand}) => brand === 'Chromium');
  if (named) return `${named.brand} ${named.version}`;
  const [, name, version] = /(Firefox|Chrome|YaBrowser|Safari)\/(\d+)/.exec(navigator.userAgent) ?? [];
  return name ? `${name} ${version}` : '';
}
