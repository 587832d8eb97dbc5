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
  /** What the computer lacks: ids of components and findings; what was set up is kept for the next page. */
  const lacks = () => JSON.parse(sessionStorage.getItem('lacks') ?? '["host-manifest.firefox", "roots.nss.shared", "pcscd", "policy.chromium"]');
  const mend = (ids) => sessionStorage.setItem('lacks', JSON.stringify(lacks().filter((id) => !ids.includes(id))));
  const component = (id, kind, scope, title, detail, hint) => ({id, kind, scope, title, status: lacks().includes(id) ? 'missing' : 'ready', detail, ...(hint ? {hint} : {})});
  const workstation = ({service = 'extern', file}) => {
    const components = [
      component('host-manifest.chromium', 'host-manifest', 'user', 'Приложение зарегистрировано в Chromium', '/home/anna/.config/chromium/NativeMessagingHosts/org.obnova.host.json'),
      component('host-manifest.firefox', 'host-manifest', 'user', 'Приложение зарегистрировано в Firefox', 'Файла нет.', 'Нажмите «Настроить компьютер».'),
      component('roots.nss.shared', 'roots', 'user', 'Корневой сертификат сервиса', 'В хранилище браузеров его нет.', 'Нажмите «Настроить компьютер».'),
      component('policy.chromium', 'policy', 'system', 'Политики Chromium', 'Сертификат для входа браузер спросит каждый раз.', 'Это решает администратор.'),
      {...component('roots.windows', 'roots', 'user', 'Хранилище Windows', 'Это не Windows.'), status: 'not-applicable'},
    ];
    const open = components.filter(({status}) => status === 'missing');
    return {
      services: [{name: 'extern', title: 'Экстерн', origins: [], needs: ['roots', 'policies', 'pcscd', 'provider']}, {name: 'customs', title: 'Таможня', origins: [], needs: []}],
      service, system: {os: 'linux', version: '12', arch: 'amd64'}, components,
      plan: open.map(({id, scope}) => ({target: id, scope, changes: [{kind: 'create', place: `/home/anna/${id}`, detail: 'Новый файл.'}]})),
      ...(open.some(({scope}) => scope === 'system') ? {command: `sudo obnova-host workstation install --system --service ${service}`} : {}),
      ...(file ? {file: {name: 'obnova-setup.sh', content: btoa('#!/bin/sh')}} : {}),
      ...(sessionStorage.getItem('upgraded') ? {restart: 'computer'} : {}),
    };
  };
  const answers = {
    'workstation.check': workstation,
    'workstation.install': ({targets}) => {
      mend(targets);
      const restart = sessionStorage.getItem('restart') ?? 'none';
      sessionStorage.removeItem('restart');
      return {targets: targets.map((id) => ({id, status: 'ready'})), restart};
    },
    'workstation.restart': () => ({restarting: true}),
    'workstation.uninstall': () => {
      sessionStorage.removeItem('lacks');
      return {targets: [], restart: 'none'};
    },
    'diagnostics.run': ({repair = [], bundle}) => {
      mend(repair);
      const broken = lacks().includes('pcscd') || lacks().includes('pcscd-broken');
      const provider = sessionStorage.getItem('provider');
      return {
        findings: [
          ...(sessionStorage.getItem('module') ? [{id: 'module.lost', status: 'problem', reason: 'crashed', title: 'Драйвер токена', detail: 'Не запускается.', hint: 'Переустановите его.', repairable: false}] : []),
          {id: 'clock', status: 'ok', reason: '', title: 'Часы компьютера', detail: 'Идут верно.', hint: '', repairable: false},
          {id: 'pcscd', status: broken ? 'problem' : 'ok', reason: broken ? 'stopped' : '', title: 'Служба смарт-карт', detail: broken ? 'Служба pcscd остановлена.' : 'Работает.', hint: broken ? 'Нажмите «Настроить компьютер»: она будет запущена.' : '', repairable: lacks().includes('pcscd')},
          ...(provider ? [{id: 'provider', status: 'ok', reason: 'found', title: 'КриптоПро CSP', detail: provider, hint: '', repairable: false}] : []),
        ],
        ...(bundle ? {bundle: {name: 'obnova-report.zip', content: btoa('PK')}} : {}),
      };
    },
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
      if (window.held?.includes(method)) {
        window.awaiting = {method, params, answer: (result) => port.postMessage({type: 'result', id, result})};
        return;
      }
      port.postMessage({type: 'result', id, result: answers[method](params)});
    };
    port.postMessage({type: 'ready', version: '0.1.0'});
  });
})();
