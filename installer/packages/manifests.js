// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// Writes the manifests of the native host that packages bring. Where browsers look for them is data of the host: browsers.json.
//
//   node manifests.js linux TREE HOST EXTENSION [WITHOUT]   files below TREE, at every browser's place for all persons;
//                                                           places below WITHOUT are left out
//   node manifests.js mac TREE HOST EXTENSION               the same for macOS
//   node manifests.js windows FOLDER HOST EXTENSION         two manifests, and manifests.wxs with the registry keys that name them
//   node manifests.js user FOLDER HOST EXTENSION            two manifests with HOST as it is, and places.tsv for the per-user script:
//                                                           family, file or folder that shows that the browser is there, folder of manifests

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {registry} from './windows/registry.js';

const NAME = 'org.obnova.host';
const BROWSERS = new URL('../../native-host/src/main/resources/org/obnova/host/workstation/browsers.json', import.meta.url);
const FIREFOX_ID = JSON.parse(readFileSync(new URL('../../extension/src/manifest.json', import.meta.url), 'utf8')).browser_specific_settings.gecko.id;

const browsers = () => JSON.parse(readFileSync(BROWSERS, 'utf8')).browsers;

/** UTF-8 without a byte-order mark: with one Chromium refuses the file. */
const manifest = (family, host, extension) =>
  JSON.stringify(
    {
      name: NAME,
      description: 'Obnova: renews e-signature certificates',
      path: host,
      type: 'stdio',
      ...(family === 'firefox' ? {allowed_extensions: [FIREFOX_ID]} : {allowed_origins: [`chrome-extension://${extension}/`]}),
    },
    null,
    2,
  ) + '\n';

const write = (file, content) => {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, content);
};

const system = (key, tree, host, extension, without) => {
  const written = new Set();
  for (const browser of browsers()) {
    for (const place of browser[key]?.systemManifests ?? []) {
      if (!place.startsWith('/') || (without && place.startsWith(without))) continue;
      write(join(tree, place, `${NAME}.json`), manifest(browser.family, host, extension));
      written.add(place);
    }
  }
  return [...written];
};

const both = (folder, host, extension) => {
  for (const family of ['chromium', 'firefox']) write(join(folder, `${family}.json`), manifest(family, host, extension));
};

/** One line for each folder of manifests and each sign that its browser is there: a folder of profiles, or a program. */
const places = () => {
  const rows = new Set();
  for (const {family, linux, sandboxes} of browsers()) {
    const signs = [linux.profile, ...(linux.otherProfiles ?? []), ...(linux.programs ?? [])];
    for (const place of linux.userManifests) for (const sign of signs) rows.add(`${family}\t${sign}\t${place}`);
    // A browser in a sandbox needs its person's permission too: obnova-host workstation says it.
    for (const {folder, userManifests} of sandboxes ?? []) for (const place of userManifests) rows.add(`${family}\t${folder}\t${place}`);
  }
  return [...rows].join('\n') + '\n';
};

const [kind, folder, host, extension, without] = process.argv.slice(2);
if (!extension || !/^[a-p]{32}$/.test(extension)) throw new Error('usage: manifests.js linux|mac|windows|user FOLDER HOST EXTENSION');
if (kind === 'linux' || kind === 'mac') {
  console.log(system(kind, folder, host, extension, without).join('\n'));
} else {
  both(folder, host, extension);
  if (kind === 'windows') write(join(folder, 'manifests.wxs'), registry(browsers(), NAME));
  else write(join(folder, 'places.tsv'), places());
}
