// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {authenticate} from './authenticate.js';
import {changePin} from './change-pin.js';
import {copyContainer} from './copy-container.js';
import {createRequest} from './create-request.js';
import {hello} from './hello.js';
import {installCertificate} from './install-certificate.js';
import {listCertificates} from './list-certificates.js';
import {listConsents} from './list-consents.js';
import {listRenewals} from './list-renewals.js';
import {listSites} from './list-sites.js';
import {listStorages} from './list-storages.js';
import {resumeRenewal} from './resume-renewal.js';
import {revokeConsents} from './revoke-consents.js';
import {signDocument} from './sign-document.js';

/** @type {ReadonlyMap<string, import('./command.js').Command>} */
export const COMMANDS = new Map(
  [
    authenticate,
    changePin,
    copyContainer,
    createRequest,
    hello,
    installCertificate,
    listCertificates,
    listConsents,
    listRenewals,
    listSites,
    listStorages,
    resumeRenewal,
    revokeConsents,
    signDocument,
  ].map((command) => [command.method, command]),
);
