// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.gateways;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.obnova.demo.notifications.DemoInbox;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.store.Database;

/**
 * Parts messages: kinds that have a gateway wait for the courier, in the transaction of whoever gives them; the others land in the demo inbox. What goes
 * out by a gateway is not shown in the inbox: that one is open to everybody.
 */
public final class Outbox implements Notices {
    private static final int ID_BYTES = 12;

    private final DemoInbox inbox;
    private final OutboxRepository waiting;
    private final Map<Message.Kind, Gateway> gateways;
    private final Courier courier;
    private final InstantSource clock;
    private final SecureRandom random;

    /** An outbox with a courier that does not work yet. */
    public Outbox(
            Database database, DemoInbox inbox, GatewaySettings settings, InstantSource clock, SecureRandom random) {
        this(database, inbox, gateways(settings), clock, random);
    }

    Outbox(
            Database database,
            DemoInbox inbox,
            Map<Message.Kind, Gateway> gateways,
            InstantSource clock,
            SecureRandom random) {
        this.inbox = inbox;
        this.waiting = new OutboxRepository(database);
        this.gateways = Map.copyOf(gateways);
        this.courier = new Courier(database, gateways, clock);
        this.clock = clock;
        this.random = random;
    }

    /** Who brings out what waits here. */
    public Courier courier() {
        return courier;
    }

    @Override
    public void sms(Phone to, String text) {
        if (gateways.containsKey(Message.Kind.SMS)) {
            add(Message.Kind.SMS, to.e164(), DemoInbox.SENDER, "", text);
        } else {
            inbox.sms(to, text);
        }
    }

    @Override
    public void email(String to, String subject, String text) {
        if (gateways.containsKey(Message.Kind.EMAIL)) {
            add(Message.Kind.EMAIL, to, "", subject, text);
        } else {
            inbox.email(to, subject, text);
        }
    }

    @Override
    public void call(Phone to, Phone from, String text) {
        if (gateways.containsKey(Message.Kind.CALL)) {
            add(Message.Kind.CALL, to.e164(), from.e164(), "", text);
        } else {
            inbox.call(to, from, text);
        }
    }

    private void add(Message.Kind kind, String to, String from, String subject, String text) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        waiting.add(new Message(HexFormat.of().formatHex(id), kind, to, from, subject, text, clock.instant()));
        // Within a transaction the courier waits for the database until that is over.
        courier.wake();
    }

    private static Map<Message.Kind, Gateway> gateways(GatewaySettings settings) {
        Map<Message.Kind, Gateway> gateways = new EnumMap<>(Message.Kind.class);
        settings.mail().ifPresent(mail -> gateways.put(Message.Kind.EMAIL, new SmtpGateway(mail)));
        settings.sms().ifPresent(provider -> gateways.put(Message.Kind.SMS, new HttpGateway(provider)));
        settings.calls().ifPresent(provider -> gateways.put(Message.Kind.CALL, new HttpGateway(provider)));
        return gateways;
    }
}
