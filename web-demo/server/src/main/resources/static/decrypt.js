// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** Reads a document that was encrypted to a certificate of the person. Neither the file nor its content leaves this computer. */
import {connected, onPress} from './task.js';

/** What the application takes, in octets. */
const LARGEST = 8 * 1024 * 1024;
/** The same as text: base64 with line ends, and lines around it. */
const LARGEST_FILE = 12 * 1024 * 1024;

const file = /** @type {HTMLInputElement} */ (document.getElementById('message'));
const wrong = /** @type {HTMLElement} */ (document.getElementById('message-wrong'));
const decrypted = /** @type {HTMLElement} */ (document.getElementById('decrypted'));
const link = /** @type {HTMLAnchorElement} */ (document.getElementById('plain'));

file.addEventListener('change', () => {
  wrong.hidden = true;
  forget();
});

onPress(/** @type {HTMLButtonElement} */ (document.getElementById('decrypt')), async (options) => {
  forget();
  const chosen = file.files?.[0];
  const message = chosen ? await messageOf(chosen) : 'none';
  wrong.hidden = typeof message !== 'string';
  if (!chosen || typeof message === 'string') {
    wrong.textContent = wrong.dataset[String(message)] ?? '';
    file.focus();
    return;
  }
  const obnova = await connected(options.signal);
  const {content, certificate} = await obnova.decryptDocument({message: toBase64(message)}, options);
  show(fromBase64(content), certificate, chosen.name);
});

/** @param {Uint8Array<ArrayBuffer>} octets @param {string} certificate @param {string} name of the encrypted file */
function show(octets, certificate, name) {
  link.href = URL.createObjectURL(new Blob([octets]));
  link.download = name.replace(/\.(p7m|enc|cms|der|pem)$/i, '') === name ? `${name}.txt` : name.replace(/\.(p7m|enc|cms|der|pem)$/i, '');
  const holder = document.querySelector(`#known [data-certificate="${CSS.escape(certificate)}"]`)?.textContent;
  line('.size').textContent = (decrypted.dataset.octets ?? '').replace('%', octets.length.toLocaleString(document.documentElement.lang));
  line('.by').textContent = holder ? (decrypted.dataset.known ?? '').replace('%', () => holder) : (decrypted.dataset.unknown ?? '');
  decrypted.hidden = false;
  decrypted.focus();
}

/** What was decrypted before is let go. */
function forget() {
  if (link.href) URL.revokeObjectURL(link.href);
  link.removeAttribute('href');
  decrypted.hidden = true;
}

/** @param {string} selector @returns {HTMLElement} */
function line(selector) {
  return /** @type {HTMLElement} */ (decrypted.querySelector(selector));
}

/**
 * @param {File} chosen DER, PEM, or base64 alone
 * @returns {Promise<Uint8Array | 'large' | 'not'>}
 */
async function messageOf(chosen) {
  if (chosen.size > LARGEST_FILE) return 'large';
  const octets = new Uint8Array(await chosen.arrayBuffer());
  const message = octets[0] === SEQUENCE ? octets : decoded(new TextDecoder('latin1').decode(octets));
  if (message === undefined || message[0] !== SEQUENCE) return 'not';
  return message.length > LARGEST ? 'large' : message;
}

/** A CMS message is an ASN.1 SEQUENCE. */
const SEQUENCE = 0x30;

/** @param {string} text */
function decoded(text) {
  const armour = /-----BEGIN (?:CMS|PKCS7)-----([^-]*)-----END/.exec(text);
  try {
    return fromBase64((armour?.[1] ?? text).replace(/\s/g, ''));
  } catch {
    return undefined;
  }
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  return Uint8Array.from(atob(text), (octet) => octet.charCodeAt(0));
}

/** @param {Uint8Array} octets */
function toBase64(octets) {
  const parts = [];
  // A call takes so many arguments and not all of a message.
  for (let from = 0; from < octets.length; from += 8192) parts.push(String.fromCharCode(...octets.subarray(from, from + 8192)));
  return btoa(parts.join(''));
}
