// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage;

import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.task.Task;

/** A medium that was opened for several copies: the person has entered, once, what protects all of them there. */
public interface Copies extends AutoCloseable {
    /**
     * Writes one copy, as {@link KeyStorage#put} does.
     *
     * @throws org.obnova.host.fault.Fault as {@link KeyStorage#put}
     */
    KeyContainer put(Task task, String label, SoftwareKey key, List<X509CertificateHolder> chain);

    @Override
    void close();
}
