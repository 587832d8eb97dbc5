// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.obnova.host.certificate.Thumbprint;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DeviceKeys;
import org.obnova.host.keys.PublicKeys;
import org.obnova.host.keys.SignatureVerifier;
import org.obnova.host.personalstore.Identity;
import org.obnova.host.personalstore.PersonalStore;
import org.obnova.host.personalstore.PublishState;
import org.obnova.host.personalstore.StorePassword;
import org.obnova.host.platform.PowerShell;
import org.obnova.host.task.Task;

/**
 * CurrentUser\\My, through PowerShell. It gets on standard input alone, a line of words: a password, the PKCS#12, a message (both base64), the leaf's SHA-256; and
 * prints {@code installed} or {@code already} and the message's signature (base64; of ECDSA the two numbers). The key cannot be exported from there. Never run on Windows.
 */
public final class WindowsStore implements PersonalStore {
    static final List<String> COMMAND = PowerShell.command(
            System.getenv(),
            "$ErrorActionPreference='Stop'; $l=[Console]::In.ReadToEnd().Trim().Split(' ');"
                    + " $x='System.Security.Cryptography.X509Certificates.'; $h=[Security.Cryptography.SHA256]::Create();"
                    + " function has($s){$s.Certificates | ? {$_.HasPrivateKey -and"
                    + " [BitConverter]::ToString($h.ComputeHash($_.RawData)).Replace('-','') -eq $l[3]} | select -First 1};"
                    + " $my=New-Object ($x+'X509Store') 'My','CurrentUser'; $my.Open('ReadWrite'); $w='already';"
                    + " if(-not (has $my)){$all=New-Object ($x+'X509Certificate2Collection');"
                    + " $all.Import([Convert]::FromBase64String($l[1]),$l[0],'UserKeySet,PersistKeySet');"
                    + " $ca=New-Object ($x+'X509Store') 'CA','CurrentUser'; $ca.Open('ReadWrite');"
                    + " foreach($c in $all){if($c.HasPrivateKey){$my.Add($c)}"
                    + " elseif($c.Subject -ne $c.Issuer){$ca.Add($c)}}; $w='installed'};"
                    + " $c=has $my; $m=[Convert]::FromBase64String($l[2]); $a=[Security.Cryptography.HashAlgorithmName]::SHA256;"
                    + " $r=[Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($c);"
                    + " if($r){$g=$r.SignData($m,$a,[Security.Cryptography.RSASignaturePadding]::Pkcs1)}"
                    + " else{$g=[Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::GetECDsaPrivateKey($c).SignData($m,$a)};"
                    + " [Console]::Out.Write($w+' '+[Convert]::ToBase64String($g))");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] TEST_MESSAGE = "Obnova".getBytes(StandardCharsets.UTF_8);
    private static final int PASSWORD_OCTETS = 16;

    private final List<String> command;
    private final SecureRandom random;

    /** Of the person who runs this. */
    public WindowsStore(SecureRandom random) {
        this(COMMAND, random);
    }

    WindowsStore(List<String> command, SecureRandom random) {
        this.command = List.copyOf(command);
        this.random = random;
    }

    @Override
    public String program() {
        return "Windows";
    }

    @Override
    public String detail() {
        return "";
    }

    @Override
    public PublishState put(Task task, Identity identity, StorePassword password) {
        String[] words = ask(task, identity).split(" ", -1);
        boolean known = words.length == 2 && (words[0].equals("installed") || words[0].equals("already"));
        if (!known || !proves(identity, words[1])) {
            throw new Fault(ErrorCode.PERSONAL_STORE_FAILED, "Windows did not sign with the key");
        }
        return words[0].equals("installed") ? PublishState.INSTALLED : PublishState.ALREADY;
    }

    private static boolean proves(Identity identity, String base64) {
        SubjectPublicKeyInfo key = identity.leaf().getSubjectPublicKeyInfo();
        byte[] raw;
        try {
            raw = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return SignatureVerifier.verifies(
                key, PublicKeys.signatureAlgorithm(key), TEST_MESSAGE, DeviceKeys.signature(key, raw));
    }

    private String ask(Task task, Identity identity) {
        byte[] octets = new byte[PASSWORD_OCTETS];
        random.nextBytes(octets);
        String password = HexFormat.of().formatHex(octets);
        byte[] pfx = MemoryPfx.of(identity, password.toCharArray());
        byte[] base64 = Base64.getEncoder().encode(pfx);
        try (Task.Uncancellable _ = task.writing()) {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return answered(process, password, base64, Thumbprint.sha256(identity.leaf()));
        } catch (IOException e) {
            throw new Fault(ErrorCode.PERSONAL_STORE_FAILED, "PowerShell cannot be started", e);
        } finally {
            Arrays.fill(pfx, (byte) 0);
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static String answered(Process process, String password, byte[] pfx, String sha256) {
        FutureTask<String> ending = new FutureTask<>(() -> {
            try (OutputStream to = process.getOutputStream()) {
                to.write((password + " ").getBytes(StandardCharsets.US_ASCII));
                to.write(pfx);
                to.write((" " + Base64.getEncoder().encodeToString(TEST_MESSAGE) + " " + sha256 + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        });
        Thread.ofVirtual().name("windows-store").start(ending);
        try {
            return ending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Fault(ErrorCode.PERSONAL_STORE_FAILED, "PowerShell does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(ErrorCode.CANCELLED, "interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
