// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The button of the offer. It stands in the portal's own document and takes its font, size and colours, so that it looks native there; a style
 * sheet of ours would meet the portal's, and the portal's content security policy.
 */
const obnovaOfferButton = (() => {
  const SVG = 'http://www.w3.org/2000/svg';
  /** The mark: a key whose bow is a circular arrow; as in icons/mark.svg, in the colour of the text. */
  const STROKES = ['M36.9 21.2 A12.5 12.5 0 1 0 36.1 32.6', 'M34.2 34.2 52 52', 'M44.6 44.6 50 39.2'];
  const ARROW = 'M41.8 13.2 40.6 26.4 29.6 20.6Z';

  function mark() {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '10 8 46 48');
    svg.setAttribute('aria-hidden', 'true');
    Object.assign(svg.style, {width: '1.1em', height: '1.1em', flex: 'none', fill: 'none', stroke: 'currentColor'});
    for (const d of [...STROKES, ARROW]) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('d', d);
      path.setAttribute('stroke-width', d === ARROW ? '2' : '5.5');
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
