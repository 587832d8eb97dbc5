// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// `web-ext lint` with one warning accepted: a manifest that serves both browsers names a service worker beside Firefox's scripts.

import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const ACCEPTED = new Set(['BACKGROUND_SERVICE_WORKER_IGNORED']);

const webExt = fileURLToPath(new URL('../node_modules/.bin/web-ext', import.meta.url));
const source = fileURLToPath(new URL('../src', import.meta.url));
const run = spawnSync(webExt, ['lint', '--source-dir', source, '--output', 'json', '--no-config-discovery'], {encoding: 'utf8'});
const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
const findings = [...report.errors, ...report.warnings].filter(({code}) => !ACCEPTED.has(code));
for (const {code, message, file, line} of findings) console.error(`${file ?? 'manifest.json'}:${line ?? 0}: ${code}: ${message}`);
console.log(`web-ext lint: ${findings.length} findings, ${report.summary.notices} notices`);
process.exitCode = findings.length === 0 ? 0 : 1;
