// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';
import {pagesOf} from './pages-of.js';

/** @type {import('./command.js').Command} */
export const listCertificates = {
  method: 'certificates.list',
  audience: ['page'],
  site: true,
  params: object({}),
  async run(ask) {
    const certificates = [];
    for await (const page of pagesOf(ask, 'certificates.list')) certificates.push(...page.certificates);
    return {certificates};
  },
};
