// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The button of the offer. It stands in the portal's own document and takes its font, size and colours, so that it looks native there; a style
 * sheet of ours would meet the portal's, and the portal's content security policy.
 */
const obnovaOfferButton = (() => {
  const SVG = 'http://www.w3.org/2000/svg';
  /** The mark: a key whose bow is a circular arrow; as in icons/mark.svg, in the colour of the text. */
  const STROKES = [
    'M67.5 67.5 C59.1 75.9 46.5 78.3 35.6 73.6 C24.6 69.0 17.7 58.1 18.0 46.2 C18.3 34.4 25.8 23.9 37.0 19.8 C48.1 15.7 60.6 18.8 68.6 27.6',
    'M67.5 67.5 L110 110 M92 92 L106 78 M110 110 L118 102',
  ];
  const ARROW = 'M81.9 42.5 L79.1 15.4 L55.3 36.8 Z';

  function mark() {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '8 4 120 120');
    svg.setAttribute('aria-hidden', 'true');
    Object.assign(svg.style, {width: '1.1em', height: '1.1em', flex: 'none', fill: 'none', stroke: 'currentColor'});
    for (const d of [...STROKES, ARROW]) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('d', d);
      path.setAttribute('stroke-width', d === ARROW ? '4' : '13');
      path.setAttribute('stroke-linecap', 'round');
      path.setAttribute('stroke-linejoin', 'round');
      if (d === ARROW) path.setAttribute('fill', 'currentColor');
      svg.append(path);
    }
    return svg;
  }

  return Object.freeze({
    /**
     * @param {{action: string, detail: string}} texts
     * @param {(event: Event) => void} onPress
     * @returns {HTMLElement}
     */
    make(texts, onPress) {
      const offer = document.createElement('span');
      offer.className = 'obnova-offer';
      Object.assign(offer.style, {display: 'inline-flex', flexDirection: 'column', gap: '.25em'});
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.obnova = 'renew';
      Object.assign(button.style, {display: 'inline-flex', alignItems: 'center', justifyContent: 'center', gap: '.45em'});
      const label = document.createElement('span');
      label.textContent = texts.action;
      button.append(mark(), label);
      button.addEventListener('click', onPress);
      offer.append(button);
      if (texts.detail) {
        const detail = document.createElement('small');
        detail.textContent = texts.detail;
        detail.id = `obnova-offer-${crypto.randomUUID()}`;
        button.setAttribute('aria-describedby', detail.id);
        offer.append(detail);
      }
      return offer;
    },
  });
})();
