// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import io.javalin.Javalin;
import java.nio.channels.ServerSocketChannel;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** The server; stops when closed. */
public final class WebApp implements AutoCloseable {
    private final Javalin javalin;

    /**
     * @param services what the pages stand on
     * @param listening a bound channel: the port is known, and in certificates, before the first request is answered
     */
    public WebApp(Services services, ServerSocketChannel listening) {
        this.javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
                connector.setPort(services.sites().port());
                return open(connector, listening);
            });
            config.routes.get("/ca/{name}", new AuthorityRoutes(services.authority())::serve);
        });
    }

    /** Begins to answer. */
    public void start() {
        javalin.start();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static ServerConnector open(ServerConnector connector, ServerSocketChannel listening) {
        try {
            connector.open(listening);
            return connector;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot listen", e);
        }
    }
}
