// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A command: what a page, a content script or one of the extension's own pages may ask the worker for. One file each, all of this
 * shape; what the fields mean is written in native-host/doc/protocol.md.
 *
 * @typedef {'page' | 'content' | 'own'} Audience who may ask: a site's page, our content script there, the popup and the options
 * @typedef {(method: string, params: object) => Promise<any>} Ask sends one request to the host
 *
 * @typedef {object} Command
 * @property {string} method name in the protocol
 * @property {Audience[]} audience
 * @property {boolean} site whether the host must know the site: origin and document are added by the worker
 * @property {import('../../shared/shape.js').Check} params
 * @property {(ask: Ask, params: any, site: import('../session.js').Site | undefined) => Promise<object>} run
 */
export {};
