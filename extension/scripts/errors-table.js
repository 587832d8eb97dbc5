// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// Copies native-host/doc/errors.json into a module that every browser can load without a build: `npm run errors-table`.
// test/errors-table.test.js fails while the two differ.

import {readFileSync, writeFileSync} from 'node:fs';

const registry = JSON.parse(readFileSync(new URL('../../native-host/doc/errors.json', import.meta.url), 'utf8'));

/** @param {any} error */
const line = ({code, name, from, ru, en}) => `  ${JSON.stringify({code, name, from, ru, en})},\n`;

writeFileSync(
  new URL('../src/shared/errors-table.js', import.meta.url),
  `// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Copied from native-host/doc/errors.json by scripts/errors-table.js; not to be edited here.
 *
 * @typedef {{message: string, loss: string, hint: string}} ErrorText
 * @type {{code: number, name: string, from: string, ru: ErrorText, en: ErrorText}[]}
 */
export const ERRORS = [
${registry.errors.map(line).join('')}];
`,
);
