// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.util.List;

/** The methods' names, in the order in which {@code hello} lists them. */
public final class Method {
    static final String HELLO = "hello";
    static final String CANCEL = "cancel";
    static final String SITES_LIST = "sites.list";
    static final String CONSENTS_LIST = "consents.list";
    static final String CONSENTS_REVOKE = "consents.revoke";
    static final String CERTIFICATES_LIST = "certificates.list";
    static final String STORAGES_LIST = "storages.list";
    static final String PIN_CHANGE = "pin.change";
    static final String REQUEST_CREATE = "request.create";
    static final String DOCUMENT_SIGN = "document.sign";
    static final String AUTHENTICATION_SIGN = "authentication.sign";
    static final String CERTIFICATE_INSTALL = "certificate.install";
    static final String CERTIFICATE_PUBLISH = "certificate.publish";
    static final String CONTAINER_COPY = "container.copy";
    static final String CONTAINER_IMPORT = "container.import";
    static final String CONTAINER_EXPORT = "container.export";
    static final String PASSWORD_CHANGE = "password.change";
    static final String RENEWAL_LIST = "renewal.list";
    static final String RENEWAL_RESUME = "renewal.resume";
    static final String RENEWAL_ABANDON = "renewal.abandon";
    static final String BACKUPS_LIST = "backups.list";
    static final String CONTAINER_ARCHIVE = "container.archive";
    static final String DOCUMENT_DECRYPT = "document.decrypt";
    static final String WORKSTATION_CHECK = "workstation.check";
    static final String WORKSTATION_INSTALL = "workstation.install";
    static final String WORKSTATION_UNINSTALL = "workstation.uninstall";
    static final String WORKSTATION_RESTART = "workstation.restart";
    static final String SITES_ADD = "sites.add";
    static final String SITES_REMOVE = "sites.remove";
    static final String DIAGNOSTICS_RUN = "diagnostics.run";

    /** All of them. */
    public static final List<String> ALL = List.of(
            HELLO,
            CANCEL,
            SITES_LIST,
            CONSENTS_LIST,
            CONSENTS_REVOKE,
            CERTIFICATES_LIST,
            STORAGES_LIST,
            PIN_CHANGE,
            REQUEST_CREATE,
            DOCUMENT_SIGN,
            AUTHENTICATION_SIGN,
            CERTIFICATE_INSTALL,
            CERTIFICATE_PUBLISH,
            CONTAINER_COPY,
            CONTAINER_IMPORT,
            CONTAINER_EXPORT,
            PASSWORD_CHANGE,
            RENEWAL_LIST,
            RENEWAL_RESUME,
            RENEWAL_ABANDON,
            BACKUPS_LIST,
            CONTAINER_ARCHIVE,
            DOCUMENT_DECRYPT,
            WORKSTATION_CHECK,
            WORKSTATION_INSTALL,
            WORKSTATION_UNINSTALL,
            WORKSTATION_RESTART,
            SITES_ADD,
            SITES_REMOVE,
            DIAGNOSTICS_RUN);

    private Method() {}
}
