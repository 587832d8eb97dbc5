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
 * @typedef {object} CheckOrder
 * @property {string} [service] its name, one of those that a check tells; without it the first one
 * @property {boolean} [file] whether the same plan is wanted as a file too, for a computer without the extension
 *
 * @typedef {object} Component What a service needs of the computer.
 * @property {string} id for example `roots.nss.shared`
 * @property {'host-manifest' | 'roots' | 'policy' | 'sites'} kind others may come
 * @property {'user' | 'system'} scope `system`: only an administrator may change it
 * @property {string} title in the person's language
 * @property {'ready' | 'missing' | 'outdated' | 'differs' | 'blocked' | 'not-applicable' | 'unknown'} status
 * @property {string} [version]
 * @property {string} detail in the person's language
 * @property {string} [hint] in the person's language
 *
 * @typedef {object} Change
 * @property {string} kind
 * @property {string} place a file, a store, a setting
 * @property {string} detail in the person's language
 *
 * @typedef {object} Service
 * @property {string} name
 * @property {string} title in the person's language
 * @property {string[]} origins of its sites
 * @property {string[]} needs of `roots`, `sites`, `policies`, `modules`, `pcscd`, `provider`, `clock`, `disk`
 *
 * @typedef {object} Workstation
 * @property {Service[]} services those that may be chosen
 * @property {string} service that which was checked
 * @property {{os: string, version: string, arch: string}} system
 * @property {Component[]} components
 * @property {{target: string, scope: 'user' | 'system', changes: Change[]}[]} plan what setting up would change
 * @property {string} [command] what an administrator runs for the part of the plan that is theirs
 * @property {{name: string, content: string}} [file] content in base64
 * @property {'computer'} [restart] what has to be started again before it works
 *
 * @typedef {object} SetupOrder
 * @property {string} [service]
 * @property {string[]} [targets] ids of components; without it all that the service needs
 *
 * @typedef {object} SetUp
 * @property {{id: string, status: Component['status'], error?: {name: string, message: string, hint: string}}[]} targets as they are found afterwards
 * @property {'none' | 'browser' | 'computer'} restart what has to be started again before it works
 *
 * @typedef {object} DiagnosisOrder
 * @property {string[]} [repair] ids of findings that shall be mended
 * @property {boolean} [bundle] whether a report for support is wanted; the person sees it first
 *
 * @typedef {object} Finding
 * @property {string} id
 * @property {'ok' | 'warning' | 'problem' | 'unknown'} status
 * @property {string} reason what was found, for programs; may be empty
 * @property {string} title in the person's language, as detail and hint
 * @property {string} detail
 * @property {string} hint
 * @property {boolean} repairable
 * @property {boolean} [fixed] whether mending it has helped
 *
 * @typedef {object} Diagnosis
 * @property {Finding[]} findings
 * @property {{name: string, content: string}} [bundle] content in base64
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
