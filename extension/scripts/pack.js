// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// Packs the extension: node scripts/pack.js FOLDER [TIME] [KEY]
//   FOLDER  gets obnova-VERSION.zip (for the stores), .crx (Chromium), .xpi (Firefox), update.xml and updates.json, with which
//           browsers update an extension that is served from $OBNOVA_EXTENSION_SITE (default https://setup.obnova.org/extension/)
//   TIME    that all files bear (ISO 8601); with it equal sources give equal bytes
//   KEY     the private key (PEM, RSA) that signs the crx and gives its id; without one the published development key

import {createHash, createPrivateKey} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {crx, extensionId, manifestKey} from './crx.js';
import {zip} from './zip.js';

const SOURCE = new URL('../src/', import.meta.url);
export const DEVELOPMENT_KEY = new URL('../dev/development-key.pem', import.meta.url);
const SITE = process.env.OBNOVA_EXTENSION_SITE ?? 'https://setup.obnova.org/extension/';

/** @param {object} manifest @returns {{name: string, content: Buffer}[]} the extension's files, in one order everywhere */
const files = (manifest) =>
  readdirSync(SOURCE, {recursive: true, encoding: 'utf8'})
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(new URL(name, SOURCE)).isFile())
    .sort()
    .map((name) => ({
      name,
      content: name === 'manifest.json' ? Buffer.from(JSON.stringify(manifest, null, 2) + '\n') : readFileSync(new URL(name, SOURCE)),
    }));

/** @param {string} id @param {string} version @param {string} codebase where the crx is */
export const updateXml = (id, version, codebase) => `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${codebase}" version="${version}"/>
  </app>
</gupdate>
`;

/** @param {string} id @param {string} version @param {string} link @param {Buffer} xpi @param {string} oldest the oldest Firefox */
const updatesJson = (id, version, link, xpi, oldest) => {
  const hash = `sha256:${createHash('sha256').update(xpi).digest('hex')}`;
  const update = {version, update_link: link, update_hash: hash, applications: {gecko: {strict_min_version: oldest}}};
  return JSON.stringify({addons: {[id]: {updates: [update]}}}, null, 2) + '\n';
};

/**
 * @param {string} folder
 * @param {Date} time
 * @param {string | URL} keyFile
 */
export const pack = (folder, time, keyFile) => {
  const key = createPrivateKey(readFileSync(keyFile));
  const {key: _, ...manifest} = JSON.parse(readFileSync(new URL('manifest.json', SOURCE), 'utf8'));
  const {version, browser_specific_settings: {gecko}} = manifest;
  const name = `obnova-${version}`;
  // Stores give an id of their own and refuse a "key"; Firefox does not know it.
  const plain = zip(files(manifest), time);
  const packed = crx(zip(files({...manifest, key: manifestKey(key)}), time), key);
  const id = extensionId(key);
  const artefacts = {
    [`${name}.zip`]: plain,
    [`${name}.crx`]: packed,
    [`${name}.xpi`]: plain,
    'update.xml': updateXml(id, version, new URL(`${name}.crx`, SITE).href),
    'updates.json': updatesJson(gecko.id, version, new URL(`${name}.xpi`, SITE).href, plain, gecko.strict_min_version),
    'extension-id': `${id}\n`,
  };
  mkdirSync(folder, {recursive: true});
  for (const [file, content] of Object.entries(artefacts)) writeFileSync(resolve(folder, file), content);
  return {id, version};
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, time, keyFile] = process.argv.slice(2);
  if (!folder) throw new Error('usage: node scripts/pack.js FOLDER [TIME] [KEY]');
  const {id, version} = pack(folder, time ? new Date(time) : new Date(), keyFile || DEVELOPMENT_KEY);
  console.log(`extension ${version} packed, id ${id}`);
  if (!keyFile) console.log('The crx is signed with the published development key: for trials, not for people.');
}
