// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The types of the page API, for editors and type checkers alone: nothing of this file runs. Copy it beside obnova.js if you check types.
 *
 * @typedef {'ru' | 'en'} Language
 * @typedef {'gost2012-256' | 'gost2012-512' | 'ec-p256' | 'rsa-3072'} Algorithm
 *
 * @typedef {object} Progress What the application does now, or what it waits for.
 * @property {string} step for example `entropy`, `password`, `show-document`
 * @property {'waiting' | 'running'} state `waiting`: for the person
 * @property {number} [done]
 * @property {number} [total]
 * @property {string} [text] in the person's language
 *
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal] aborting closes the application's window, or stops what runs; never a write under way
 * @property {(progress: Progress) => void} [onProgress]
 *
 * @typedef {object} Certificate
 * @property {string} sha256
 * @property {string} certificate
 * @property {string} storage id of the medium
 * @property {string} storageLabel
 * @property {Algorithm | 'other'} algorithm
 * @property {string} notBefore
 * @property {string} notAfter
 * @property {string} subject display name
 *
 * @typedef {object} Storage
 * @property {string} id
 * @property {'computer' | 'removable' | 'folder' | 'token'} kind
 * @property {string} label
 * @property {'ready' | 'read-only' | 'full' | 'absent'} state
 * @property {string} [product] of a token: its vendor profile, for example `rutoken-ecp`, or `generic`
 * @property {'active' | 'passive'} [manner] of a token: it makes and keeps keys itself, or it stores containers
 * @property {'ok' | 'low' | 'last-try' | 'locked' | 'factory' | 'not-set'} [pin] of a token: what it tells of its PIN
 * @property {{least: number, most: number}} [pinEntries] of a token: how often its PIN will be asked for in one renewal
 * @property {Algorithm[]} [algorithms] of a token: those that a new key on it may have
 *
 * @typedef {object} NotListed What is there and cannot be used.
 * @property {string} name
 * @property {'no-driver' | 'wrong-architecture' | 'refused' | 'crashed' | 'hanging' | 'missing'} reason others may come
 * @property {string} message in the person's language
 * @property {string} hint in the person's language
 *
 * @typedef {object} Subject
 * @property {string} commonName
 * @property {string} surname
 * @property {string} givenName
 * @property {string} country
 * @property {string} snils 11 digits
 * @property {string} inn 12 digits
 * @property {string} [email]
 *
 * @typedef {object} RequestOrder
 * @property {string} application the CA's id of the application
 * @property {Algorithm} algorithm
 * @property {Subject} subject
 * @property {string} [storage] id of a medium; without it the person chooses in the application's window
 * @property {string} [replaces] sha256 of the certificate that is renewed
 * @property {string} [request] the PKCS#10 that the CA already holds for this application: its key is looked for, and no other is made
 *
 * @typedef {object} SignOrder
 * @property {'statement' | 'receipt'} kind
 * @property {string} title
 * @property {string} text the whole of it
 * @property {string} certificate sha256
 * @property {string} [renewal] of a receipt, that which it belongs to
 *
 * @typedef {{renewal: string, request: string, storage: string, storageLabel: string}} MadeRequest
 *
 * @typedef {object} Renewal
 * @property {string} renewal
 * @property {string} application
 * @property {'intended' | 'key-made' | 'requested' | 'issued' | 'receipt-signed' | 'installed' | 'backed-up'} state
 * @property {string} algorithm
 * @property {string} storage
 * @property {string} storageLabel
 * @property {string} updated
 * @property {string} [request]
 * @property {string} [certificate] sha256
 * @property {boolean} [keyMissing] whether the medium of the key is not at hand
 *
 * @typedef {object} Publication What became of a certificate in one store of this computer.
 * @property {string} name of the store, to be shown
 * @property {'installed' | 'already' | 'unsupported' | 'failed'} state
 * @property {string} [message] in the person's language
 *
 * @typedef {object} Backup
 * @property {string} certificate sha256
 * @property {string} storage id of the medium
 * @property {string} storageLabel
 * @property {string} made
 * @property {boolean} present whether the copy is there now; false also where its medium is not at hand
 *
 * @typedef {object} Archived
 * @property {string[]} archived sha256 of those that are on the computer now
 * @property {{certificate: string, reason: string}[]} left those that are not, and why: a code of an error
 *
 * @typedef {object} Imported
 * @property {string} [certificate] sha256; missing where the key came without one
 * @property {string} storage id of the medium
 * @property {string} storageLabel
 * @property {string} label of the key
 * @property {boolean} copied false: the key is used from where it lies
 *
 * @typedef {object} ErrorBody
 * @property {string} name
 * @property {number} code
 * @property {string} message
 * @property {string} loss
 * @property {string} hint
 * @property {string} [detail]
 */

/**
 * A call with an order. Certificates are named by their SHA-256.
 *
 * @template Order, Result
 * @typedef {(order: Order, options?: CallOptions) => Promise<Result>} Call
 */

/**
 * A call without one.
 *
 * @template Result
 * @typedef {(options?: CallOptions) => Promise<Result>} Get
 */
export {};
