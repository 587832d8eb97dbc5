// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.nio.file.Path;
import java.time.InstantSource;
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
import org.obnova.host.ui.consent.ConsentWindows;
import org.obnova.host.ui.consent.RestartWindows;
import org.obnova.host.ui.consent.SiteWindows;
import org.obnova.host.ui.diagnostics.ReportWindows;
import org.obnova.host.ui.document.DecryptionWindows;
import org.obnova.host.ui.document.DocumentWindows;
import org.obnova.host.ui.entropy.EntropyWindows;
import org.obnova.host.ui.frame.WindowTurns;
import org.obnova.host.ui.password.PasswordWindows;
import org.obnova.host.ui.pin.PinWindows;
import org.obnova.host.ui.progress.ProgressWindows;
import org.obnova.host.ui.renewal.RenewalWindows;
import org.obnova.host.ui.result.ResultWindows;
import org.obnova.host.ui.storage.StorageWindows;
import org.obnova.host.ui.transfer.TransferWindows;
import org.obnova.host.workstation.RestartPrompt;

/**
 * All windows of the host, as the ports that they implement. Making it and asking for a port is cheap: Swing is loaded when the first window is
 * shown. Every window throws {@code NO_DISPLAY} where there is none to be shown on.
 */
public final class Windows {
    private final WindowTurns turns;
    private final InstantSource clock;

    /**
     * @param runtime the person's folder for what lives no longer than the session: the lock that lets one window at a time be open lies there
     * @param clock for the days that a certificate has left
     */
    public Windows(Path runtime, InstantSource clock) {
        this.turns = new WindowTurns(runtime.resolve("window.lock"));
        this.clock = clock;
    }

    /** Asks for consent. */
    public ConsentPrompt consent() {
        return new ConsentWindows(turns);
    }

    /** Asks whether a site shall be added. */
    public SitePrompt site() {
        return new SiteWindows(turns);
    }

    /** Lets the person choose a medium. */
    public StoragePrompt storage() {
        return new StorageWindows(turns);
    }

    /** Asks for passwords. */
    public PasswordPrompt password() {
        return new PasswordWindows(turns);
    }

    /** Asks for the PINs of tokens. */
    public PinPrompt pin() {
        return new PinWindows(turns);
    }

    /** Shows documents to be signed. */
    public DocumentPrompt document() {
        return new DocumentWindows(turns, clock);
    }

    /** Asks whether a document shall be decrypted. */
    public DecryptionPrompt decryption() {
        return new DecryptionWindows(turns, clock);
    }

    /** The entropy sensor. */
    public EntropyPrompt entropy() {
        return new EntropyWindows(turns);
    }

    /** Asks for the files that keys come from and go to. */
    public TransferPrompt transfer() {
        return new TransferWindows(turns);
    }

    /** Asks to which programs a certificate goes. */
    public PublishPrompt publish() {
        return new ResultWindows(turns);
    }

    /** Offers keys that lie about. */
    public OrphanPrompt orphan() {
        return new RenewalWindows(turns);
    }

    /** Asks about giving a renewal up. */
    public AbandonPrompt abandon() {
        return new RenewalWindows(turns);
    }

    /** Shows the report for support. */
    public ReportPrompt report() {
        return new ReportWindows(turns);
    }

    /** Asks whether the computer shall be restarted. */
    public RestartPrompt restart() {
        return new RestartWindows(turns);
    }

    /** Tells that a token makes a key. */
    public KeyMakingPrompt keyMaking() {
        return new ProgressWindows(turns);
    }
}
