// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.notifications.Message;

/** E-mail by SMTP. */
final class SmtpGateway implements Gateway {
    private static final String TIMEOUT_MILLIS = "20000";
    private static final int REFUSED = 500;

    private final GatewaySettings.Mail settings;
    private final Session session;

    SmtpGateway(GatewaySettings.Mail settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(GatewaySettings.Mail settings) {
        Properties all = new Properties();
        all.put("mail.transport.protocol", "smtp");
        all.put("mail.smtp.host", settings.host());
        all.put("mail.smtp.port", String.valueOf(settings.port()));
        all.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        all.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        all.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        all.put("mail.smtp.auth", String.valueOf(settings.login().isPresent()));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == GatewaySettings.Security.TLS));
        boolean starttls = settings.security() == GatewaySettings.Security.STARTTLS;
        all.put("mail.smtp.starttls.enable", String.valueOf(starttls));
        all.put("mail.smtp.starttls.required", String.valueOf(starttls));
        // The machine's own name is nobody's affair.
        all.put("mail.smtp.localhost", "localhost");
        return all;
    }

    @Override
    public void send(Message message) throws GatewayException {
        try (Transport transport = session.getTransport()) {
            MimeMessage mail = mail(message);
            transport.connect(
                    settings.login().map(GatewaySettings.Login::user).orElse(null),
                    settings.login().map(GatewaySettings.Login::password).orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (AddressException e) {
            throw new GatewayException("address is none", true);
        } catch (AuthenticationFailedException e) {
            throw new GatewayException("mail server refuses the login", false);
        } catch (MessagingException e) {
            throw new GatewayException("mail server: " + e.getClass().getSimpleName(), forGood(e));
        }
    }

    private MimeMessage mail(Message message) throws MessagingException {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        MimeMessage mail = new Named(session, "<" + message.id() + "@" + domain + ">");
        mail.setFrom(new InternetAddress(settings.from(), true));
        mail.setRecipient(RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject().replaceAll("\\s+", " "), "UTF-8");
        mail.setText(message.text(), "UTF-8");
        mail.setSentDate(Date.from(message.sent()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    /** Whether the server refused recipient or content with 5xx (RFC 5321 section 4.2.1); a refused sender can be mended in the settings. */
    private static boolean forGood(MessagingException failure) {
        boolean refused = false;
        for (MessagingException cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPSenderFailedException) {
                return false;
            }
            refused |= code(cause) >= REFUSED;
        }
        return refused;
    }

    private static @Nullable MessagingException next(MessagingException failure) {
        return failure.getNextException() instanceof MessagingException next ? next : null;
    }

    private static int code(MessagingException failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException whole ? whole.getReturnCode() : 0;
    }

    /** A message whose id is ours: a repetition is told by it. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
