// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {abandonRenewal} from './abandon-renewal.js';
import {addSite} from './add-site.js';
import {archiveContainers} from './archive-containers.js';
import {authenticate} from './authenticate.js';
import {changePassword} from './change-password.js';
import {changePin} from './change-pin.js';
import {copyContainer} from './copy-container.js';
import {checkWorkstation} from './check-workstation.js';
import {createRequest} from './create-request.js';
import {decryptDocument} from './decrypt-document.js';
import {exportContainer} from './export-container.js';
import {hello} from './hello.js';
import {importContainer} from './import-container.js';
import {installCertificate} from './install-certificate.js';
import {installWorkstation} from './install-workstation.js';
import {listBackups} from './list-backups.js';
import {listCertificates} from './list-certificates.js';
import {listConsents} from './list-consents.js';
import {listRenewals} from './list-renewals.js';
import {listSites} from './list-sites.js';
import {listStorages} from './list-storages.js';
import {publishCertificate} from './publish-certificate.js';
import {removeSite} from './remove-site.js';
import {restartComputer} from './restart-computer.js';
import {resumeRenewal} from './resume-renewal.js';
import {revokeConsents} from './revoke-consents.js';
import {runDiagnostics} from './run-diagnostics.js';
import {signDocument} from './sign-document.js';
import {uninstallWorkstation} from './uninstall-workstation.js';

/** @type {ReadonlyMap<string, import('./command.js').Command>} */
export const COMMANDS = new Map(
  [
    abandonRenewal,
    addSite,
    archiveContainers,
    authenticate,
    changePassword,
    changePin,
    copyContainer,
    checkWorkstation,
    createRequest,
    decryptDocument,
    exportContainer,
    hello,
    importContainer,
    installCertificate,
    installWorkstation,
    listBackups,
    listCertificates,
    listConsents,
    listRenewals,
    listSites,
    listStorages,
    publishCertificate,
    removeSite,
    restartComputer,
    resumeRenewal,
    revokeConsents,
    runDiagnostics,
    signDocument,
    uninstallWorkstation,
  ].map((command) => [command.method, command]),
);
