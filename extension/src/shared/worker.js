// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {connectWorker} from './browser.js';
import {describe} from './failure.js';

/**
 * @typedef {import('../page/obnova.js').ErrorBody} ErrorBody
 * @typedef {import('../page/obnova.js').Language} Language
 */

/**
 * Asks the worker on behalf of one of the extension's own pages.
 *
 * @param {string} method
 * @param {object} params
 * @param {Language} language
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 * @throws {ErrorBody} what went wrong, in words
 */
export function ask(method, params, language, signal) {
  return new Promise((resolve, reject) => {
    const port = connectWorker('own');
    port.onMessage.addListener((message) => {
      if (message.type === 'progress') return;
      if (message.type === 'result') resolve(message.result);
      else reject(message.error);
      port.disconnect();
    });
    port.onDisconnect.addListener(() => reject(describe('host_crashed', language, 'the worker has closed the port')));
    port.postMessage({type: 'request', id: 1, method, params, language});
    signal?.addEventListener('abort', () => {
      port.postMessage({type: 'cancel', id: 1});
      reject(describe('cancelled', language));
      port.disconnect();
    });
  });
}
