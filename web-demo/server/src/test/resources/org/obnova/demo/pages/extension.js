// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** Stands where the extension's content script stands, and answers as extension and application would. Runs before each page. */
(() => {
  const good = btoa('good');
  const refuse = () => JSON.parse(sessionStorage.getItem('refuse') ?? 'null');
  const calls = () => JSON.parse(sessionStorage.getItem('calls') ?? '[]');
  const media = () => JSON.parse(sessionStorage.getItem('media') ?? 'null');
  const listeners = new Set();
  /** What lies in the reader and the drives is another thing from now on; pages that listen are told, as the host would. */
  window.plug = (storages, notListed = []) => {
    sessionStorage.setItem('media', JSON.stringify({storages, notListed}));
    for (const port of listeners) port.postMessage({type: 'event', event: 'storages.changed'});
  };
  const answers = {
    hello: () => ({protocol: 1, version: '0.1.0', language: 'ru', methods: []}),
    'storages.list': () => media() ?? ({
      storages: [
        {id: 'computer', kind: 'computer', label: 'Этот компьютер', state: 'ready'},
        {id: 'stick', kind: 'removable', label: 'KINGSTON', state: 'ready'},
        {id: 'card', kind: 'removable', label: 'Карта памяти', state: 'read-only'},
      ],
    }),
    'pin.change': ({storage}) => {
      const {storages, notListed} = media();
      const changed = storages.map((one) => (one.id === storage ? {...one, pin: 'ok'} : one));
      sessionStorage.setItem('media', JSON.stringify({storages: changed, notListed}));
      return {changed: true};
    },
    'certificates.list': () => ({certificates: []}),
    'renewal.list': () => ({renewals: JSON.parse(sessionStorage.getItem('renewals') ?? '[]')}),
    'renewal.resume': ({renewal}) => ({renewal, request: good, state: 'requested'}),
    'request.create': () => ({renewal: 'r1', request: good, storage: 'stick', storageLabel: 'KINGSTON'}),
    'document.sign': () => ({signature: good, certificate: good}),
    'certificate.install': () => ({sha256: 'c1', storage: 'stick', storageLabel: 'KINGSTON', notAfter: '2027-11-22T00:00:00Z'}),
    'container.copy': () => ({storageLabel: 'Папка', verified: true}),
    'renewal.abandon': () => {
      sessionStorage.removeItem('renewals');
      return {abandoned: true, key: 'kept'};
    },
    'certificate.publish': () => ({
      stores: [
        {name: 'Chromium', state: 'installed'},
        {name: 'Firefox', state: 'unsupported', message: 'Firefox не умеет ГОСТ.'},
      ],
    }),
    'backups.list': () => ({
      backups: [
        {certificate: 'c1'.repeat(32), storage: 'stick', storageLabel: 'Флешка «ИВАНОВА»', made: '2026-11-22T09:00:00Z', present: true},
        {certificate: 'a2'.repeat(32), storage: 'lite', storageLabel: 'Рутокен Lite', made: '2026-11-20T09:00:00Z', present: false},
      ],
      incomplete: false,
    }),
    'container.archive': ({certificates: [first, ...others]}) => ({archived: [first], left: others.map((certificate) => ({certificate, reason: 'key_not_exportable'}))}),
    'document.decrypt': () => ({content: btoa('plain text'), certificate: 'a3'.repeat(32)}),
    'container.import': () => JSON.parse(sessionStorage.getItem('imported') ?? '{"storage":"computer","storageLabel":"Этот компьютер","label":"Ключ","copied":true}'),
    'container.export': () => ({fileName: 'Артёмова.pfx', format: 'tc26-pfx', verified: true}),
    'password.change': () => ({changed: true}),
  };
  window.addEventListener('message', ({data, ports}) => {
    if (data?.obnova !== 'connect') return;
    const [port] = ports;
    port.onmessage = ({data: {type, id, method, params}}) => {
      if (type === 'listen') listeners.add(port);
      if (type === 'unlisten' || type === 'close') listeners.delete(port);
      if (type !== 'request') return;
      sessionStorage.setItem('calls', JSON.stringify([...calls(), {method, params}]));
      port.postMessage({type: 'progress', id, progress: {step: 'entropy', state: 'waiting', done: 40, total: 100, text: 'Датчик случайных чисел'}});
      const refused = refuse();
      if (refused?.method === method) {
        sessionStorage.removeItem('refuse');
        if (refused.name !== 'silence') port.postMessage({type: 'error', id, error: {name: refused.name, code: 1001, message: 'Действие отменено.', loss: 'Ничего не потеряно.', hint: 'Начните снова.', ...refused.texts}});
        return;
      }
      port.postMessage({type: 'result', id, result: answers[method](params)});
    };
    port.postMessage({type: 'ready', version: '0.1.0'});
  });
})();
