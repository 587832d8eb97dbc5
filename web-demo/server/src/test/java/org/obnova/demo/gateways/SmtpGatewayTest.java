// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obnova.demo.notifications.Message;

/** Against a mail server of another project. */
class SmtpGatewayTest {
    private static final String TO = "korableva@example.org";

    private GreenMail server;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SmtpGateway gateway(Optional<GatewaySettings.Login> login) {
        return new SmtpGateway(new GatewaySettings.Mail(
                "127.0.0.1",
                server.getSmtp().getPort(),
                GatewaySettings.Security.NONE,
                "ca@obnova.example.org",
                login));
    }

    private static Message message(String to, String subject) {
        return new Message(
                "0123abcd",
                Message.Kind.EMAIL,
                to,
                "",
                subject,
                "Здравствуйте!\nОткройте заявку: «Ёлка».",
                Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    void send_bringsTheMessageWhole_inCyrillicLetters() throws Exception {
        gateway(Optional.empty()).send(message(TO, "Сертификат выпущен"));

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        MimeMessage mail = received[0];
        assertThat(mail.getSubject()).isEqualTo("Сертификат выпущен");
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("Здравствуйте!\nОткройте заявку: «Ёлка».");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("ca@obnova.example.org");
        assertThat(mail.getMessageID()).isEqualTo("<0123abcd@obnova.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    void send_letsNoHeaderBeSmuggledIn() throws Exception {
        gateway(Optional.empty()).send(message(TO, "Тема\r\nBcc: thief@example.org"));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Тема Bcc: thief@example.org");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void send_givesAnAddressUpThatIsNone() {
        assertThatThrownBy(() -> gateway(Optional.empty()).send(message("nobody\r\nat all", "Тема")))
                .asInstanceOf(InstanceOfAssertFactories.type(GatewayException.class))
                .satisfies(failure -> {
                    assertThat(failure.isForGood()).isTrue();
                    assertThat(failure.getMessage()).doesNotContain("nobody");
                });
    }

    @Test
    void send_triesLater_whereTheLoginIsRefused() {
        server.setUser("ca", "right password");

        assertThatThrownBy(() -> gateway(Optional.of(new GatewaySettings.Login("ca", "wrong password")))
                        .send(message(TO, "Тема")))
                .asInstanceOf(InstanceOfAssertFactories.type(GatewayException.class))
                .satisfies(failure -> {
                    assertThat(failure.isForGood()).isFalse();
                    assertThat(failure.getMessage()).doesNotContain("password");
                });
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void send_logsIn() throws Exception {
        server.setUser("ca", "right password");

        gateway(Optional.of(new GatewaySettings.Login("ca", "right password"))).send(message(TO, "Тема"));

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void send_sendsNothingInTheClear_whereTlsIsWanted() {
        SmtpGateway protectedOne = new SmtpGateway(new GatewaySettings.Mail(
                "127.0.0.1",
                server.getSmtp().getPort(),
                GatewaySettings.Security.STARTTLS,
                "ca@obnova.example.org",
                Optional.empty()));

        assertThatThrownBy(() -> protectedOne.send(message(TO, "Тема"))).isInstanceOf(GatewayException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void send_givesUp_whatTheServerRefusesWith5xx_andTriesLaterAt4xx() throws Exception {
        assertThat(refusal("550 5.1.1 no such user").isForGood()).isTrue();
        assertThat(refusal("451 4.3.0 later").isForGood()).isFalse();
    }

    /** What becomes of a message whose recipient a server refuses so. */
    private static GatewayException refusal(String answer) throws IOException, InterruptedException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread refusing = Thread.ofVirtual().start(() -> refuse(listening, answer));
            SmtpGateway gateway = new SmtpGateway(new GatewaySettings.Mail(
                    "127.0.0.1",
                    listening.getLocalPort(),
                    GatewaySettings.Security.NONE,
                    "ca@obnova.example.org",
                    Optional.empty()));
            try {
                gateway.send(message(TO, "Тема"));
                throw new AssertionError("taken");
            } catch (GatewayException refused) {
                refusing.join();
                return refused;
            }
        }
    }

    private static void refuse(ServerSocket listening, String answer) {
        try (java.net.Socket socket = listening.accept()) {
            java.io.BufferedReader in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            java.io.OutputStream out = socket.getOutputStream();
            out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                String said = line.startsWith("RCPT") ? answer : "250 ok";
                out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
