// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {createPrivateKey, createPublicKey, generateKeyPairSync, verify} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {inflateRawSync} from 'node:zlib';
import {DEVELOPMENT_KEY, pack} from '../scripts/pack.js';
import {OWN_ID} from './fake-browser.js';

const TIME = new Date('2026-11-22T00:00:00Z');
const MANIFEST = JSON.parse(readFileSync(new URL('../src/manifest.json', import.meta.url), 'utf8'));
const NAME = `obnova-${MANIFEST.version}`;

/** @param {Buffer} archive @param {string} wanted @returns {Buffer | undefined} one file of a zip, found by its directory */
const unzip = (archive, wanted) => {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, name, extra, comment, local] = [archive.readUInt32LE(at + 20), 28, 30, 32, archive.readUInt32LE(at + 42)].map((value, index) =>
      index > 0 && index < 4 ? archive.readUInt16LE(at + value) : value,
    );
    if (archive.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      return inflateRawSync(archive.subarray(start, start + packed));
    }
    at += 46 + name + extra + comment;
  }
  return undefined;
};

/** @param {Buffer} file @returns {{number: number, content: Buffer}[]} fields of a message of protocol buffers, all of them octets */
const fields = (file) => {
  const found = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < file.length) {
    const number = varint() >> 3;
    const length = varint();
    found.push({number, content: file.subarray(at, at + length)});
    at += length;
  }
  return found;
};

/** @param {Buffer} file a CRX3 */
const crxParts = (file) => {
  const length = file.readUInt32LE(8);
  const header = fields(file.subarray(12, 12 + length));
  const proof = fields(header.find(({number}) => number === 2)?.content ?? Buffer.alloc(0));
  const signedData = header.find(({number}) => number === 10000)?.content ?? Buffer.alloc(0);
  return {publicKey: proof[0]?.content, signature: proof[1]?.content, signedData, archive: file.subarray(12 + length)};
};

/** @param {Buffer} file */
const isSigned = (file) => {
  const {publicKey, signature, signedData, archive} = crxParts(file);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signedData.length);
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, archive]);
  return verify('sha256', signed, createPublicKey({key: publicKey ?? Buffer.alloc(0), format: 'der', type: 'spki'}), signature ?? Buffer.alloc(0));
};

describe('the packed extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obnova-pack-'));
  /** @param {string} file */
  const read = (file) => readFileSync(join(folder, file));
  before(() => pack(folder, TIME, DEVELOPMENT_KEY));
  after(() => rmSync(folder, {recursive: true}));

  it('has the same bytes each time', () => {
    const again = join(folder, 'again');
    pack(again, TIME, DEVELOPMENT_KEY);
    for (const file of readdirSync(again)) assert.deepEqual(readFileSync(join(again, file)), read(file), file);
    assert.equal(readdirSync(again).length, 6);
  });

  it('is signed by the key whose public half the manifest carries', () => {
    const file = read(`${NAME}.crx`);
    assert.equal(file.toString('latin1', 0, 4), 'Cr24');
    assert.ok(isSigned(file));
    assert.equal(crxParts(file).publicKey?.toString('base64'), MANIFEST.key);
    assert.equal(read('extension-id').toString(), `${OWN_ID}\n`);
  });

  it('is not signed any more when one bit of it changed', () => {
    const file = read(`${NAME}.crx`);
    file[file.length - 1] = (file[file.length - 1] ?? 0) ^ 1;
    assert.ok(!isSigned(file));
  });

  it('has every file of the source, and a key only for Chromium', () => {
    const {archive} = crxParts(read(`${NAME}.crx`));
    const sources = new URL('../src/', import.meta.url);
    for (const name of readdirSync(sources, {recursive: true, encoding: 'utf8'}).filter((path) => /\.(?:js|html|css|png)$/.test(path))) {
      assert.deepEqual(unzip(archive, name), readFileSync(new URL(name, sources)), name);
    }
    assert.deepEqual(JSON.parse(String(unzip(archive, 'manifest.json'))), MANIFEST);
    for (const kind of ['zip', 'xpi']) {
      const {key: _, ...keyless} = MANIFEST;
      assert.deepEqual(JSON.parse(String(unzip(read(`${NAME}.${kind}`), 'manifest.json'))), keyless);
    }
  });

  it('is told to browsers by its id and version', () => {
    assert.match(read('update.xml').toString(), new RegExp(`appid="${OWN_ID}"[^]*codebase="https://.*/${NAME}\\.crx" version="${MANIFEST.version}"`));
    const {updates} = JSON.parse(read('updates.json').toString()).addons['extension@obnova.org'];
    assert.equal(updates[0].version, MANIFEST.version);
    assert.match(updates[0].update_hash, /^sha256:[0-9a-f]{64}$/);
  });

  it('takes the id of another key, and carries that key', () => {
    const {privateKey} = generateKeyPairSync('rsa', {modulusLength: 2048});
    const key = join(folder, 'key.pem');
    writeFileSync(key, privateKey.export({type: 'pkcs8', format: 'pem'}));
    const own = join(folder, 'own');
    const {id} = pack(own, TIME, key);
    const file = readFileSync(join(own, `${NAME}.crx`));
    assert.notEqual(id, OWN_ID);
    assert.ok(isSigned(file));
    const publicKey = createPublicKey(createPrivateKey(readFileSync(key))).export({type: 'spki', format: 'der'}).toString('base64');
    assert.equal(JSON.parse(String(unzip(crxParts(file).archive, 'manifest.json'))).key, publicKey);
  });
});
