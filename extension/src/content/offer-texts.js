// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** The words of the offer to renew (S1), in the page's language. */
const obnovaOfferTexts = (() => {
  const DATE = {
    ru: new Intl.DateTimeFormat('ru-RU', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}),
    en: new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}),
  };
  const PLURAL = {ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en')};

  /** @type {Record<'ru' | 'en', {action: string, expired: string, replace: string, startBy: (date: string) => string, left: Record<string, string>, last: string}>} */
  const WORDS = {
    ru: {
      action: 'Обновить сертификат',
      expired: 'Срок истёк: заявление будет на бумаге',
      replace: 'Нужна внеплановая замена',
      startBy: (date) => `начните до ${date}`,
      left: {one: 'остался # день', few: 'осталось # дня', many: 'осталось # дней', other: 'осталось # дня'},
      last: 'последний день',
    },
    en: {
      action: 'Renew the certificate',
      expired: 'Expired: the statement will be on paper',
      replace: 'An unplanned replacement is needed',
      startBy: (date) => `start by ${date}`,
      left: {one: '# day left', other: '# days left'},
      last: 'the last day',
    },
  };

  /**
   * @param {string} iso date of a calendar, `2027-03-14`
   * @param {'ru' | 'en'} language
   */
  function date(iso, language) {
    return DATE[language].format(new Date(`${iso}T00:00:00Z`)).replace(/\s?г\.$/, '');
  }

  /**
   * @param {number} days
   * @param {'ru' | 'en'} language
   */
  function left(days, language) {
    const words = WORDS[language];
    if (days === 0) return words.last;
    return (words.left[PLURAL[language].select(days)] ?? '').replace('#', String(days));
  }

  return Object.freeze({
    /**
     * @param {{state: 'due' | 'replace' | 'expired', days?: number, startBy?: string}} offer
     * @param {'ru' | 'en'} language
     * @returns {{action: string, detail: string}}
     */
    of({state, days, startBy}, language) {
      const words = WORDS[language];
      if (state === 'expired') return {action: words.action, detail: words.expired};
      if (state === 'replace') return {action: words.action, detail: words.replace};
      const detail = [
        days === undefined ? '' : left(days, language),
        startBy === undefined ? '' : words.startBy(date(startBy, language)),
      ].filter((part) => part !== '');
      return {action: words.action, detail: detail.join(', ')};
    },
  });
})();
