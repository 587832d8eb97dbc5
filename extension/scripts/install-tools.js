// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// `npm ci`, unless what it installed is newer than package-lock.json.

import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = new URL('../', import.meta.url);

/** @param {string} path */
const changed = (path) => statSync(new URL(path, root), {throwIfNoEntry: false})?.mtimeMs ?? 0;

// npm writes this file last, so an installation that was broken off does not count.
if (changed('node_modules/.package-lock.json') > changed('package-lock.json')) console.log('tools: in place');
else {
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: fileURLToPath(root),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
