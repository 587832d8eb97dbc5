// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** What was found out about the computer, and what can be done about it. */
import {read} from './site.js';
import {word} from './setup-parts.js';

/**
 * @typedef {import('/obnova/obnova.js').Obnova} Obnova
 * @typedef {import('/obnova/types.js').Workstation} Workstation
 * @typedef {import('/obnova/types.js').Finding} Finding
 * @typedef {{signal: AbortSignal, onProgress: (progress: import('/obnova/obnova.js').Progress) => void}} Options
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {string} title
 * @property {string} status key of its word
 * @property {string} detail
 * @property {string} hint
 * @property {string} [version]
 * @property {boolean} [administrator] whether it is not the person's to change
 * @property {boolean} [optional] whether the service does without it
 *
 * @typedef {object} Todo what the person can have done
 * @property {string} id
 * @property {string} title
 * @property {{place: string, detail: string}[]} changes
 * @property {boolean} repair whether it is the repair of a finding; else a part of the plan
 */

/** Needs nothing to be done. */
const SETTLED = new Set(['ready', 'not-applicable', 'ok']);

/** Which need of a service an id belongs to, by how it begins. */
const NEEDS = [['roots.', 'roots'], ['sites.', 'sites'], ['policy.', 'policies'], ['module', 'modules'], ['pcscd', 'pcscd'], ['provider', 'provider'], ['clock', 'clock'], ['disk', 'disk']];

export class Checkup {
  /** @type {Workstation['services']} */ services = [];
  /** @type {Row[]} */ rows = [];
  /** @type {Todo[]} */ todo = [];
  service = '';
  command = '';
  /** @type {'none' | 'computer'} what waits for a restart */ restart = 'none';
  /** How much stands between the person and the service. */ open = 0;

  /** @param {string} service name; empty for the first that the application knows */
  named(service) {
    return service === '' ? {} : {service};
  }

  /**
   * @param {Obnova} obnova
   * @param {string} service
   * @param {Options} options
   */
  async inspect(obnova, service, options) {
    const found = await obnova.checkWorkstation(this.named(service), options);
    const {findings} = await obnova.runDiagnostics({}, options);
    const rows = joined(found.components.filter(({status}) => status !== 'not-applicable').map(componentRow), findings.map(findingRow));
    const needs = found.services.find(({name}) => name === found.service)?.needs ?? [];
    const judged = await Promise.all(rows.map((row) => (row.id === 'provider' ? upgraded(row) : row)));
    this.rows = judged.map((row) => (isNeeded(row, needs) ? row : {...row, optional: true}));
    this.services = found.services;
    this.service = found.service;
    this.command = found.command ?? '';
    this.restart = found.restart ?? 'none';
    const plan = planned(found);
    this.todo = [...plan, ...findings.filter(isRepairable).filter(({id}) => plan.every((one) => one.id !== id)).map(repair)];
    this.open = this.rows.filter(isOpen).length;
  }

  /**
   * @param {Obnova} obnova
   * @param {string[]} chosen ids of {@link todo}
   * @param {Options} options
   * @returns {Promise<'none' | 'browser' | 'computer'>} what has to be started again
   */
  async setUp(obnova, chosen, options) {
    const targets = this.todo.filter(({id, repair}) => !repair && chosen.includes(id)).map(({id}) => id);
    const set = targets.length > 0 ? await obnova.installWorkstation({...this.named(this.service), targets}, options) : undefined;
    // What was set up may be mended by that.
    const {findings} = await obnova.runDiagnostics({}, options);
    const broken = findings.filter(isRepairable).map(({id}) => id).filter((id) => chosen.includes(id));
    if (broken.length > 0) await obnova.runDiagnostics({repair: broken}, options);
    return set?.restart ?? 'none';
  }
}

/** @param {Row} row */
export function isOpen({status, administrator, optional}) {
  return !SETTLED.has(status) && status !== 'warning' && status !== 'unknown' && !administrator && !optional;
}

/**
 * What is not named among the needs of any service (the application itself, its stores) every service needs.
 *
 * @param {Row} row
 * @param {string[]} needs
 */
function isNeeded({id}, needs) {
  const [, need] = NEEDS.find(([beginning]) => id.startsWith(beginning)) ?? [];
  return need === undefined || needs.includes(need);
}

/** @param {Pick<Finding, 'status' | 'repairable'>} finding */
function isRepairable({status, repairable}) {
  return repairable && (status === 'problem' || status === 'warning');
}

/**
 * Both may have looked at the same thing: then the one that complains is heard, the finding first, since it says why.
 *
 * @param {Row[]} components
 * @param {Row[]} findings
 */
function joined(components, findings) {
  const complaining = (/** @type {Row} */ {status}) => !SETTLED.has(status);
  const others = findings.filter(({id}) => components.every((component) => component.id !== id));
  return [
    ...components.map((component) => {
      const finding = findings.find(({id}) => id === component.id);
      return finding && complaining(finding) ? {...finding, administrator: component.administrator} : component;
    }),
    ...others,
  ];
}

/**
 * @param {Workstation['components'][number]} component
 * @returns {Row}
 */
function componentRow({id, title, status, version, detail, hint = '', scope}) {
  return {id, title, status, detail, hint, version, administrator: scope === 'system'};
}

/**
 * @param {Finding} finding
 * @returns {Row}
 */
function findingRow({id, title, status, detail, hint, repairable}) {
  // The application speaks of its own button; this page has another.
  return {id, title, status, detail, hint: isRepairable({status, repairable}) ? word('mends') : hint};
}

/**
 * Whether a crypto provider is too old the service says, by the version that the application has found.
 *
 * @param {Row} row
 * @returns {Promise<Row>}
 */
async function upgraded(row) {
  const version = /\d+(?:\.\d+)+(?: (?:R\d+|Beta))?/i.exec(row.version ?? row.detail)?.[0] ?? '';
  const {upgrade, restart} = await read(`/provider?${new URLSearchParams({name: 'КриптоПро CSP', version})}`);
  if (upgrade === '') return row;
  return {...row, version, status: 'warning', hint: [word('providerUpgrade').replace('%', upgrade), word('providerHint'), ...(restart === 'computer' ? [word('providerRestart')] : [])].join(' ')};
}

/**
 * @param {Workstation} found
 * @returns {Todo[]} what of the plan is the person's
 */
function planned({plan, components}) {
  return plan
    .filter(({scope}) => scope === 'user')
    .map(({target, changes}) => ({id: target, title: components.find(({id}) => id === target)?.title ?? target, changes, repair: false}));
}

/**
 * @param {Finding} finding
 * @returns {Todo}
 */
function repair({id, title, hint}) {
  return {id, title, changes: [{place: title, detail: hint}], repair: true};
}
