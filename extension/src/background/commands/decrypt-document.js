// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {Failure} from '../../shared/failure.js';
import {cms, object} from '../../shared/shape.js';

/**
 * The content comes in parts, because no reply of a host may be larger than 1 MiB. Each part but the last is whole groups of three octets, so
 * that the base64 of the parts, one behind the other, is that of the whole.
 *
 * @type {import('./command.js').Command}
 */
export const decryptDocument = {
  method: 'document.decrypt',
  audience: ['page'],
  site: true,
  params: object({message: cms}),
  async run(ask, params) {
    let part = await ask('document.decrypt', params);
    const {certificate, total} = part;
    /** @type {string[]} */ const parts = [];
    for (let received = 0; ; part = await ask('document.decrypt', {cursor: part.next})) {
      received += takeIn(part, received, parts);
      if (part.next === undefined && received !== total) throw new Failure('internal_error', `${received} of ${total} octets came`);
      if (part.next === undefined) return {content: parts.join(''), certificate};
    }
  },
};

/**
 * @param {any} part
 * @param {number} received octets so far
 * @param {string[]} parts
 * @returns {number} its octets
 */
function takeIn({content, offset, total, next}, received, parts) {
  const octets = (content.length / 4) * 3 - (content.endsWith('==') ? 2 : content.endsWith('=') ? 1 : 0);
  const goesOn = next !== undefined;
  if (offset !== received || received + octets > total || (goesOn && (octets === 0 || octets % 3 !== 0))) {
    throw new Failure('internal_error', `a part of ${octets} octets at ${offset}, where ${received} of ${total} have come`);
  }
  parts.push(content);
  return octets;
}
