// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// Chromium's package of an extension, CRX3 (components/crx_file/crx3.proto of Chromium): a signed header before a zip.

import {createHash, createPublicKey, sign} from 'node:crypto';

/** @param {number} value */
const u32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** @param {number} value as a base-128 number of protocol buffers */
const varint = (value) => {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 0x80)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
};

/** @param {number} number @param {Buffer} content a length-delimited field */
const field = (number, content) => Buffer.concat([varint((number << 3) | 2), varint(content.length), content]);

/** @param {import('node:crypto').KeyObject} privateKey */
const publicDer = (privateKey) => createPublicKey(privateKey).export({type: 'spki', format: 'der'});

/** @param {Buffer} der a SubjectPublicKeyInfo @returns {Buffer} what the id is made of */
const digest = (der) => createHash('sha256').update(der).digest().subarray(0, 16);

/** @param {Buffer} der a SubjectPublicKeyInfo */
const idOf = (der) => [...digest(der).toString('hex')].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('');

/** @param {import('node:crypto').KeyObject} privateKey RSA @returns {string} the extension's id */
export const extensionId = (privateKey) => idOf(publicDer(privateKey));

/** @param {import('node:crypto').KeyObject} privateKey RSA @returns {string} for the manifest's `key` */
export const manifestKey = (privateKey) => publicDer(privateKey).toString('base64');

/**
 * @param {Buffer} archive the zip
 * @param {import('node:crypto').KeyObject} privateKey RSA
 */
export const crx = (archive, privateKey) => {
  const publicKey = publicDer(privateKey);
  const signedData = field(1, digest(publicKey));
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), u32(signedData.length), signedData, archive]);
  const proof = Buffer.concat([field(1, publicKey), field(2, sign('sha256', signed, privateKey))]);
  const header = Buffer.concat([field(2, proof), field(10000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), u32(3), u32(header.length), header, archive]);
};
