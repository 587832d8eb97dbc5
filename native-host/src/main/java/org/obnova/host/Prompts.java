// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host;

import org.obnova.host.decryption.DecryptionPrompt;
import org.obnova.host.diagnostics.report.ReportPrompt;
import org.obnova.host.entropy.EntropyPrompt;
import org.obnova.host.personalstore.PublishPrompt;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.renewal.OrphanPrompt;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.site.ConsentPrompt;
import org.obnova.host.site.SitePrompt;
import org.obnova.host.storage.KeyMakingPrompt;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.storage.token.pin.PinPrompt;
import org.obnova.host.transfer.TransferPrompt;
import org.obnova.host.ui.Windows;
import org.obnova.host.workstation.RestartPrompt;

/** All ways to ask the person. */
record Prompts(
        ConsentPrompt consent,
        SitePrompt site,
        StoragePrompt storage,
        PasswordPrompt password,
        PinPrompt pin,
        DocumentPrompt document,
        EntropyPrompt entropy,
        KeyMakingPrompt keyMaking,
        DecryptionPrompt decryption,
        TransferPrompt transfer,
        PublishPrompt publish,
        OrphanPrompt orphan,
        AbandonPrompt abandon,
        ReportPrompt report,
        RestartPrompt restart) {
    static Prompts of(Windows windows) {
        return new Prompts(
                windows.consent(),
                windows.site(),
                windows.storage(),
                windows.password(),
                windows.pin(),
                windows.document(),
                windows.entropy(),
                windows.keyMaking(),
                windows.decryption(),
                windows.transfer(),
                windows.publish(),
                windows.orphan(),
                windows.abandon(),
                windows.report(),
                windows.restart());
    }
}
