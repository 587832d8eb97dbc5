// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** The setup page: says whether extension and application are there, and of which version. */
import {Obnova} from '/obnova/obnova.js';
import {hideNotice, showNotice} from './task.js';

const list = /** @type {HTMLElement} */ (document.getElementById('setup'));
const extension = /** @type {HTMLElement} */ (document.querySelector('[data-testid="setup-extension"]'));
const host = /** @type {HTMLElement} */ (document.querySelector('[data-testid="setup-host"]'));
const words = list.dataset;

/** @param {string} version */
const ready = (version) => (words.ready ?? '').replace('%', version);

async function check() {
  hideNotice();
  extension.textContent = host.textContent = words.checking ?? '';
  try {
    const obnova = await Obnova.connect();
    extension.textContent = ready(obnova.extensionVersion);
    host.textContent = ready(obnova.hostVersion);
    obnova.close();
  } catch (failure) {
    const code = /** @type {{code?: string}} */ (failure).code ?? '';
    const noExtension = code === 'extension_missing';
    extension.textContent = (noExtension ? words.missing : code.startsWith('host_') ? words.present : words.trouble) ?? '';
    host.textContent = (noExtension ? words.unknown : code === 'host_missing' ? words.missing : words.trouble) ?? '';
    showNotice(failure, () => void check());
  }
}

document.getElementById('check')?.addEventListener('click', () => void check());
void check();
