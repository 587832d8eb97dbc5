// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Requests to this site. A refusal arrives as a problem document (RFC 9457) with the same three lines as an ObnovaError.
 *
 * @typedef {{code: string, number?: number, message: string, loss: string, hint: string}} Lines
 */

/** A refusal of the site, with the texts that the person reads. */
export class SiteError extends Error {
  /** @param {{name: string, code?: number, title: string, loss: string, hint: string}} problem */
  constructor(problem) {
    super(problem.title);
    this.name = 'SiteError';
    /** Name in the registry of errors. */
    this.code = problem.name;
    this.number = problem.code;
    this.loss = problem.loss;
    this.hint = problem.hint;
  }
}

/** @param {string} key of the words that the server wrote into the page, in its language */
export function word(key) {
  return document.getElementById('words')?.dataset[key] ?? '';
}

/**
 * @param {string} path
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
export function read(path, {signal} = {}) {
  return send(path, {signal, headers: {Accept: 'application/json'}});
}

/**
 * @param {string} path
 * @param {object} content
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
export function post(path, content = {}, {signal} = {}) {
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'X-Obnova-Token': document.body.dataset.token ?? '',
  };
  return send(path, {method: 'POST', headers, signal, body: JSON.stringify(content)});
}

/**
 * @param {string} path
 * @param {RequestInit} init
 */
async function send(path, init) {
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch(path, {...init, credentials: 'same-origin', redirect: 'error'});
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw offline();
  }
  if (answer.ok) return answer.json();
  if (answer.headers.get('Content-Type')?.startsWith('application/problem+json')) throw new SiteError(await answer.json());
  throw offline();
}

function offline() {
  return new SiteError({name: 'offline', title: word('offline'), loss: word('offlineLoss'), hint: word('offlineHint')});
}
