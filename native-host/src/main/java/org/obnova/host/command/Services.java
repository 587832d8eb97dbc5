// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.command;

import java.time.InstantSource;
import org.obnova.host.backup.Archive;
import org.obnova.host.backup.BackupNotes;
import org.obnova.host.backup.Backups;
import org.obnova.host.decryption.Decryption;
import org.obnova.host.decryption.KeptContents;
import org.obnova.host.diagnostics.Diagnostics;
import org.obnova.host.diagnostics.report.ReportPrompt;
import org.obnova.host.diagnostics.report.SupportReports;
import org.obnova.host.personalstore.Publishing;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.renewal.Renewals;
import org.obnova.host.signature.DocumentSigning;
import org.obnova.host.site.ConsentDesk;
import org.obnova.host.site.Consents;
import org.obnova.host.site.SiteDesk;
import org.obnova.host.site.Sites;
import org.obnova.host.storage.PinChange;
import org.obnova.host.storage.Storages;
import org.obnova.host.transfer.Exports;
import org.obnova.host.transfer.Imports;
import org.obnova.host.workstation.ComputerRestart;
import org.obnova.host.workstation.RestartPrompt;
import org.obnova.host.workstation.Workstation;

/** What the commands stand on. Each is built when it is first asked for; implementations are safe for use by several threads. */
public interface Services {
    /** The sites that may use the host. */
    Sites sites();

    /** Adds sites to the list and removes them. */
    SiteDesk siteDesk();

    /** What was allowed for good. */
    Consents consents();

    /** Asks for consent. */
    ConsentDesk consentDesk();

    /** The media at hand. */
    Storages storages();

    /** Has PINs changed. */
    PinChange pinChange();

    /** The renewals under way. */
    Renewals renewals();

    /** Asks about giving a renewal up. */
    AbandonPrompt abandonPrompt();

    /** Signs what the person has seen. */
    DocumentSigning documentSigning();

    /** Gives certificates to the person's other programs. */
    Publishing publishing();

    /** Copies containers. */
    Backups backups();

    /** What was copied where. */
    BackupNotes backupNotes();

    /** Copies old certificates to this computer. */
    Archive archive();

    /** Decrypts messages. */
    Decryption decryption();

    /** What was decrypted and is fetched in parts; the same one each time. */
    KeptContents keptContents();

    /** Takes in keys from files. */
    Imports imports();

    /** Writes keys into files. */
    Exports exports();

    /** Sets up this computer. */
    Workstation workstation();

    /** Asks whether the computer shall be restarted. */
    RestartPrompt restartPrompt();

    /** Restarts it. */
    ComputerRestart computerRestart();

    /** Finds what is wrong with this computer. */
    Diagnostics diagnostics();

    /** Writes the report for support. */
    SupportReports supportReports();

    /** Shows it to the person. */
    ReportPrompt reportPrompt();

    /** The time. */
    InstantSource clock();
}
