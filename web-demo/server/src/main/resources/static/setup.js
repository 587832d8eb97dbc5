// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The setup page: waits for extension and application, checks the computer for a service, has it set up, goes on after a restart, and ends where the person may work. What is wrong and what
 * is changed the application says; this page only shows it and asks.
 */
import {connected, onPress} from './task.js';
import {Checkup} from './setup-checkup.js';
import {button, part, word} from './setup-parts.js';
import {arrived} from './setup-presence.js';
import {forgetReturn, rememberReturn, returning} from './setup-return.js';
import {showFinding, showPresence, stopAt} from './setup-view.js';

/** @typedef {import('./setup-checkup.js').Options} Options */

const checkup = new Checkup();
const service = /** @type {HTMLSelectElement} */ (part('service'));

async function start() {
  stopAt('presence');
  await arrived(showPresence);
  part('checking').hidden = part('more').hidden = false;
  stopAt('check');
  const before = returning();
  if (before === undefined) return;
  if (before !== '') service.replaceChildren(new Option(before.title, before.name));
  button('check').click();
}

/** @param {Options} options */
async function inspect(options) {
  await checkup.inspect(await connected(options.signal), service.value, options);
  service.replaceChildren(...checkup.services.map(({name, title}) => new Option(title, name, false, name === checkup.service)));
  nameService();
  show();
  if (checkup.restart === 'computer') askForRestart('computer');
}

function show() {
  showFinding(checkup);
  // What comes next is the one that stands out.
  button('check').className = 'quiet';
  const open = checkup.open;
  part('setting-up').hidden = checkup.todo.length === 0;
  part('administrator').hidden = checkup.command === '';
  part('command').textContent = checkup.command;
  part('restart').hidden = true;
  part('finished').hidden = open > 0;
  part('left').hidden = open === 0 || checkup.todo.length > 0;
  stopAt(open === 0 ? 'done' : 'setup');
  part('summary').textContent = open === 0 ? word('allReady') : word('someOpen').replace('%', String(open));
  if (open > 0) return;
  forgetReturn();
  part('finished').focus();
}

/**
 * @param {string[]} chosen what of the plan is to be done
 * @param {Options} options
 */
async function setUp(chosen, options) {
  const restart = await checkup.setUp(await connected(options.signal), chosen, options);
  await inspect(options);
  if (checkup.restart === 'computer') return;
  if (restart !== 'none') askForRestart(restart);
  else if (checkup.open > 0) part('summary').textContent = word('notDone');
}

/** @param {'browser' | 'computer'} what */
function askForRestart(what) {
  rememberReturn({name: service.value, title: service.selectedOptions[0]?.text ?? ''});
  for (const id of ['restart-title', 'restart-how']) part(id).textContent = part(id).dataset[what] ?? '';
  part('finished').hidden = part('left').hidden = true;
  part('restart').hidden = false;
  part('restart-now').hidden = what !== 'computer';
  part('restart-said').textContent = '';
  stopAt('setup', 'restart');
  part('restart').focus();
}

/**
 * The application asks; only there it is decided.
 *
 * @param {Options} options
 */
async function restartComputer(options) {
  const obnova = await connected(options.signal);
  try {
    await obnova.restartComputer(options);
    part('restart-said').textContent = word('restarting');
  } catch (failure) {
    const {code} = /** @type {{code?: string}} */ (failure);
    if (code === 'restart_not_needed') return inspect(options);
    if (code !== 'cancelled' || options.signal.aborted) throw failure;
    part('restart-said').textContent = word('restartLater');
  }
}

function nameService() {
  const check = button('check');
  check.textContent = (check.dataset.text ?? '').replace('%', service.selectedOptions[0]?.text ?? '');
}

/** @param {{name: string, content: string}} file base64 */
function save({name, content}) {
  const octets = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([octets], {type: 'application/octet-stream'}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

service.addEventListener('change', nameService);
onPress(button('check'), inspect);
onPress(button('restarted'), inspect);
onPress(button('restart-now'), restartComputer);
onPress(button('configure'), (options) => setUp(checkup.todo.map(({id}) => id), options));
onPress(button('begin'), async (options) => {
  const ticked = [.../** @type {NodeListOf<HTMLInputElement>} */ (part('ticks').querySelectorAll('input:checked'))].map(({value}) => value);
  part('none-ticked').hidden = ticked.length > 0;
  if (ticked.length > 0) await setUp(ticked, options);
});
onPress(button('file'), async (options) => {
  const obnova = await connected(options.signal);
  const {file} = await obnova.checkWorkstation({...checkup.named(service.value), file: true}, options);
  if (!file) return;
  save(file);
  part('said').textContent = word('fileMade').replace('%', file.name);
});
onPress(button('report'), async (options) => {
  const {bundle} = await (await connected(options.signal)).runDiagnostics({bundle: true}, options);
  if (!bundle) return;
  save(bundle);
  part('said').textContent = word('reportMade').replace('%', bundle.name);
});
onPress(button('undo'), async (options) => {
  await (await connected(options.signal)).uninstallWorkstation(checkup.named(service.value), options);
  await inspect(options);
  part('said').textContent = word('undone');
});
button('manual').addEventListener('click', () => {
  part('manual-part').hidden = !part('manual-part').hidden;
  button('manual').setAttribute('aria-expanded', String(!part('manual-part').hidden));
});
for (const copy of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-copy]'))) {
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(part(copy.dataset.copy ?? '').textContent ?? '');
    copy.textContent = copy.dataset.said ?? '';
  });
}
// Whoever comes back from a terminal has done what the administrator's part says.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && !part('administrator').hidden && part('progress').hidden) button('check').click();
});
void start();
