// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// A zip archive (APPNOTE 6.3.10) with equal bytes for equal content: entries in the order given, one time, no owners.

import {crc32, deflateRawSync} from 'node:zlib';

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Version 2.0 of the format: deflate; names in UTF-8 (general purpose bit 11). */
const [NEEDED, UTF8, DEFLATED] = [20, 0x0800, 8];
/** Made by Unix, a plain file rw-r--r--. */
const [UNIX, MODE] = [0x0314, 0o100644];

/**
 * MS-DOS time and date (APPNOTE 4.4.6), in UTC.
 *
 * @param {Date} time
 */
const dosTime = (time) => {
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  const day = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  return [clock, day];
};

/** @param {(2 | 4)[]} widths @param {number[]} values little-endian */
const record = (widths, values) => {
  const bytes = Buffer.alloc(widths.reduce((sum, width) => sum + width, 0));
  let at = 0;
  widths.forEach((width, index) => (at = bytes.writeUIntLE(values[index] ?? 0, at, width)));
  return bytes;
};

/**
 * @param {{name: string, content: Uint8Array}[]} entries
 * @param {Date} time that all of them bear
 */
export const zip = (entries, time) => {
  const [clock, day] = dosTime(time);
  const local = [];
  const central = [];
  let offset = 0;
  for (const {name, content} of entries) {
    const path = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content, {level: 9});
    const common = [NEEDED, UTF8, DEFLATED, clock, day, crc32(content), packed.length, content.length, path.length, 0];
    const widths = /** @type {(2 | 4)[]} */ ([2, 2, 2, 2, 2, 4, 4, 4, 2, 2]);
    const head = record([4, ...widths], [LOCAL, ...common]);
    local.push(head, path, packed);
    central.push(record([4, 2, ...widths, 2, 2, 2, 4, 4], [CENTRAL, UNIX, ...common, 0, 0, 0, (MODE << 16) >>> 0, offset]), path);
    offset += head.length + path.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = record([4, 2, 2, 2, 2, 4, 4, 2], [END, 0, 0, entries.length, entries.length, directory.length, offset, 0]);
  return Buffer.concat([...local, directory, end]);
};
