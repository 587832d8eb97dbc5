// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {TEXTS} from './own-texts.js';

/**
 * Gives the page its language, title and heading.
 *
 * @param {import('../page/obnova.js').Language} language
 */
export function nameInWords(language) {
  const {name} = TEXTS[language];
  document.documentElement.lang = language;
  document.title = name;
  /** @type {HTMLElement} */ (document.querySelector('h1')).textContent = name;
}

/**
 * Small makers for the extension's own pages; all text goes in as text, never as markup.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [className]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, className = '', ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} label
 * @param {() => void} onPress
 * @param {string} testId
 */
export function button(label, onPress, testId) {
  const made = element('button', '', label);
  made.type = 'button';
  made.dataset.testid = testId;
  made.addEventListener('click', onPress);
  return made;
}

/**
 * A failure as three lines and its code.
 *
 * @param {import('../page/obnova.js').ErrorBody} error
 * @param {string} codeWord
 */
export function failureNotice(error, codeWord) {
  const notice = element(
    'section',
    'state bad',
    element('p', 'what', error.message),
    element('p', '', error.loss),
    element('p', '', error.hint),
    element('p', 'code', `${codeWord} ${error.code} ${error.name}`),
  );
  notice.dataset.problem = error.name;
  return notice;
}
