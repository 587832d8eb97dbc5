// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';
import {pagesOf} from './pages-of.js';

/** @type {import('./command.js').Command} */
export const listBackups = {
  method: 'backups.list',
  audience: ['page'],
  site: true,
  params: object({}),
  async run(ask) {
    const backups = [];
    let incomplete = false;
    for await (const page of pagesOf(ask, 'backups.list')) {
      backups.push(...page.backups);
      incomplete ||= page.incomplete === true;
    }
    return {backups, incomplete};
  },
};
