// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';

/** More pages than any person's media hold: a host that never ends its list is stopped. */
const MAX_PAGES = 64;

/** @type {import('./command.js').Command} */
export const listCertificates = {
  method: 'certificates.list',
  audience: ['page'],
  site: true,
  params: object({}),
  async run(ask) {
    const certificates = [];
    let cursor;
    for (let page = 0; page < MAX_PAGES; page++) {
      const part = await ask('certificates.list', cursor === undefined ? {} : {cursor});
      certificates.push(...part.certificates);
      cursor = part.next;
      if (cursor === undefined) break;
    }
    return {certificates};
  },
};
