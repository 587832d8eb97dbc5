// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.obnova.host.decryption.Decrypted;
import org.obnova.host.decryption.Decryption;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.task.Cancellation;
import org.obnova.host.task.ProgressListener;
import org.obnova.host.task.Requester;
import org.obnova.host.task.RunningTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code obnova-host decrypt MESSAGE -o OUT}: a CMS message in DER, BER or PEM; the password of the key is asked for in a window. */
final class DecryptCommand implements Callable<Integer> {
    private static final int MOST_OCTETS = 32 << 20;

    private final Terminal terminal;
    private final Supplier<Decryption> decryption;
    private final ArchiveOffer.PlainFiles files;
    private final CommandSpec spec = CommandModel.of("decrypt", this)
            .addOption(OptionSpec.builder("-o", "--out")
                    .type(Path.class)
                    .arity("1")
                    .paramLabel("OUT")
                    .required(true)
                    .build())
            .addPositional(PositionalParamSpec.builder()
                    .type(Path.class)
                    .arity("1")
                    .paramLabel("MESSAGE")
                    .build());

    /** @param files writes what was decrypted, for this person alone */
    DecryptCommand(Terminal terminal, Supplier<Decryption> decryption, ArchiveOffer.PlainFiles files) {
        this.terminal = terminal;
        this.decryption = decryption;
        this.files = files;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path file = spec.commandLine().getParseResult().matchedPositionalValue(0, Path.of(""));
        Path out = spec.commandLine().getParseResult().matchedOptionValue("--out", Path.of(""));
        if (Files.exists(out)) {
            throw new ParameterException(spec.commandLine(), out + ": the file exists");
        }
        RunningTask task = new RunningTask(
                new Requester.Person(), terminal.language(), new Cancellation(), ProgressListener.none());
        Decrypted decrypted = decryption.get().decrypt(task, message(file), MOST_OCTETS);
        try {
            files.create(out, decrypted.content());
        } finally {
            Arrays.fill(decrypted.content(), (byte) 0);
        }
        terminal.out()
                .println(terminal.say("расшифровано, байт: ", "decrypted, octets: ") + decrypted.content().length);
        return 0;
    }

    private byte[] message(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            // PEM is a third larger than what it holds.
            content = in.readNBytes(MOST_OCTETS / 2 * 3);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), file + ": no such file", e);
        }
        boolean pem =
                new String(content, 0, Math.min(11, content.length), StandardCharsets.US_ASCII).equals("-----BEGIN ");
        return pem ? ofPem(content) : content;
    }

    private static byte[] ofPem(byte[] content) {
        String text = new String(content, StandardCharsets.US_ASCII);
        int begin = text.indexOf('\n');
        int end = text.indexOf("\n-----END ", Math.max(begin, 0));
        try {
            return Base64.getMimeDecoder().decode(text.substring(Math.max(begin, 0), Math.max(end, begin)));
        } catch (IllegalArgumentException e) {
            throw new Fault(ErrorCode.MESSAGE_DAMAGED, "not PEM", e);
        }
    }
}
