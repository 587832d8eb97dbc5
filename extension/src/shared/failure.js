// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {ERRORS} from './errors-table.js';

/**
 * @typedef {import('../page/obnova.js').ErrorBody} ErrorBody
 * @typedef {import('../page/obnova.js').Language} Language
 */

/** A failure with a name of native-host/doc/errors.json; what the person reads comes from that table. */
export class Failure extends Error {
  /**
   * @param {string} name
   * @param {string} detail technical, English, without anything personal
   */
  constructor(name, detail) {
    super(`${name}: ${detail}`);
    this.name = name;
    this.detail = detail;
  }

  /**
   * @param {Language} language
   * @returns {ErrorBody}
   */
  body(language) {
    return describe(this.name, language, this.detail);
  }
}

/** A failure that the host reported: its texts, where it gave them, are in the language of the request. */
export class HostFailure extends Failure {
  /** @param {{code?: unknown, message?: unknown, data?: {name?: unknown, loss?: unknown, hint?: unknown, detail?: unknown}}} error */
  constructor(error) {
    const known = ERRORS.find(({code}) => code === error.code);
    super(known?.name ?? 'internal_error', String(error.data?.detail ?? ''));
    this.error = error;
  }

  /**
   * @override
   * @param {Language} language
   * @returns {ErrorBody}
   */
  body(language) {
    const ours = describe(this.name, language, this.detail);
    const {message, data} = this.error;
    return {
      ...ours,
      message: text(message, ours.message),
      loss: text(data?.loss, ours.loss),
      hint: text(data?.hint, ours.hint),
    };
  }
}

/**
 * @param {string} name
 * @param {Language} language
 * @param {string} [detail]
 * @returns {ErrorBody}
 */
export function describe(name, language, detail) {
  const entry = ERRORS.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`no such error: ${name}`);
  return {name, code: entry.code, ...entry[language], ...(detail ? {detail} : {})};
}

/**
 * @param {unknown} value
 * @param {string} otherwise
 */
function text(value, otherwise) {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
