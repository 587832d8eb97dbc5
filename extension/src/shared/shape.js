// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {Failure} from './failure.js';

/**
 * Shapes of what a page sends. The host checks the values again and more closely (check digits, limits); here it is made sure that
 * nothing but the named fields of the right kind leaves the page.
 *
 * @typedef {(value: unknown, path: string) => void} Check throws {@link Failure} page_request_invalid
 */

/**
 * @param {Record<string, Check>} required
 * @param {Record<string, Check>} [optional]
 * @returns {Check}
 */
export function object(required, optional = {}) {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'is not an object');
    const fields = /** @type {Record<string, unknown>} */ (value);
    for (const name of Object.keys(fields)) {
      if (!Object.hasOwn(required, name) && !Object.hasOwn(optional, name)) refuse(`${path}.${name}`, 'is not known');
    }
    for (const [name, check] of Object.entries(required)) {
      if (!Object.hasOwn(fields, name)) refuse(`${path}.${name}`, 'is missing');
      check(fields[name], `${path}.${name}`);
    }
    for (const [name, check] of Object.entries(optional)) {
      if (Object.hasOwn(fields, name)) check(fields[name], `${path}.${name}`);
    }
  };
}

/**
 * @param {number} max in UTF-16 units
 * @returns {Check} a text that is not empty
 */
export function text(max) {
  return (value, path) => {
    if (typeof value !== 'string') refuse(path, 'is not a text');
    const {length} = /** @type {string} */ (value);
    if (length < 1 || length > max) refuse(path, `is not of 1 to ${max} characters`);
  };
}

/**
 * @param {RegExp} expression anchored
 * @returns {Check}
 */
export function pattern(expression) {
  return (value, path) => {
    if (typeof value !== 'string' || !expression.test(value)) refuse(path, `does not match ${expression.source}`);
  };
}

/**
 * @param {...string} values
 * @returns {Check}
 */
export function oneOf(...values) {
  return (value, path) => {
    if (typeof value !== 'string' || !values.includes(value)) refuse(path, `is none of ${values.join(', ')}`);
  };
}

/**
 * @param {Check} item
 * @param {number} max
 * @param {number} [min]
 * @returns {Check}
 */
export function list(item, max, min = 0) {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) refuse(path, `is not a list of ${min} to ${max}`);
    /** @type {unknown[]} */ (value).forEach((element, index) => item(element, `${path}[${index}]`));
  };
}

/** @type {Check} */
export const bool = (value, path) => {
  if (typeof value !== 'boolean') refuse(path, 'is not true or false');
};

/** A service that a computer is set up for. */
export const serviceName = pattern(/^[a-z0-9-]{1,64}$/);

/** What is set up or mended: the words of an id stand between dots. */
export const componentId = pattern(/^[A-Za-z0-9._-]{1,128}$/);

/** An origin as the browser names it: https, ASCII, nothing behind the port. */
export const httpsOrigin = pattern(/^https:\/\/[a-z0-9.-]{1,253}(?::[0-9]{1,5})?$/);

/** A certificate's name: SHA-256 of its DER. */
export const sha256 = pattern(/^[0-9a-f]{64}$/);

/** DER in base64, at most 64 KiB of text. */
export const der = pattern(/^(?=.{4,65536}$)[A-Za-z0-9+/]+={0,2}$/);

/**
 * Octets in base64. Texts of this size are looked through for what does not belong there: an expression that matches the whole of one runs out of stack.
 *
 * @param {number} max characters
 * @returns {Check}
 */
function base64(max) {
  return (value, path) => {
    if (typeof value !== 'string') refuse(path, 'is not a text');
    const text = /** @type {string} */ (value);
    if (text.length < 4 || text.length > max) refuse(path, `is not of 4 to ${max} characters`);
    if (/[^A-Za-z0-9+/=]/.test(text) || /=[^=]|={3}/.test(text)) refuse(path, 'is not base64');
  };
}

/** A CMS message in base64, of at most 8 MiB. */
export const cms = base64(11_184_812);

/**
 * @param {string} path
 * @param {string} what
 * @returns {never}
 */
function refuse(path, what) {
  throw new Failure('page_request_invalid', `${path} ${what}`);
}
