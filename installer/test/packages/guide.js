// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// The policy that the administrator's guide shows, as a file: node guide.js GUIDE chromium|firefox ID VERSION
// Chromium's gets DeveloperToolsAvailability 1: without it nobody may look at pages of an extension that came by policy, a driver neither.

const {readFileSync} = require('node:fs');

const [guide, browser, id, version] = process.argv.slice(2);
const blocks = readFileSync(guide, 'utf8').match(/(?:^ {4}.*\n)+/gm).map((block) => block.trim()).filter((block) => block.startsWith('{'));
const shown = blocks.map((block) => JSON.parse(block.replaceAll('ID;', `${id};`).replaceAll('VERSION', version)))
  .filter((policy) => (browser === 'chromium' ? policy.ExtensionInstallForcelist : policy.policies?.Preferences));
if (shown.length !== 1) throw new Error(`${shown.length} policies for ${browser} in ${guide}`);
const [policy] = shown;
if (browser === 'chromium') policy.DeveloperToolsAvailability = 1;
console.log(JSON.stringify(policy));
