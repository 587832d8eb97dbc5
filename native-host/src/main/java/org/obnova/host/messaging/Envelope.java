// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;

/** A frame as a JSON-RPC 2.0 request, its parameters not yet looked at. */
public final class Envelope {
    private static final int MAX_METHOD = 64;

    private final @Nullable RequestId id;
    private final String method;
    private final @Nullable Json params;
    private final @Nullable Fault fault;

    private Envelope(@Nullable RequestId id, String method, @Nullable Json params, @Nullable Fault fault) {
        this.id = id;
        this.method = method;
        this.params = params;
        this.fault = fault;
    }

    /** Opens a frame; never fails, so that the id can be answered to when only the rest is wrong. */
    public static Envelope open(byte[] frame) {
        Json value;
        try {
            value = JsonText.read(frame);
        } catch (JsonException e) {
            return new Envelope(null, "", null, new Fault(ErrorCode.PARSE_ERROR, messageOf(e), e));
        }
        RequestId id = null;
        try {
            Fields fields = Fields.of("request", value);
            id = RequestId.of(fields.take("id"));
            if (id == null) {
                throw fields.wrong("id", "missing, or not an id");
            }
            String version = fields.text("jsonrpc", 1, MAX_METHOD);
            if (!version.equals("2.0")) {
                throw fields.wrong("jsonrpc", "not 2.0");
            }
            String method = fields.text("method", 1, MAX_METHOD);
            Json params = fields.take("params");
            fields.end();
            return new Envelope(id, method, params, null);
        } catch (JsonException e) {
            return new Envelope(id, "", null, new Fault(ErrorCode.INVALID_REQUEST, messageOf(e), e));
        }
    }

    /** The id, or null where it is not known. */
    public @Nullable RequestId id() {
        return id;
    }

    /** What is wrong with the envelope, or null. */
    public @Nullable Fault fault() {
        return fault;
    }

    /**
     * Decodes the parameters.
     *
     * @throws Fault {@code METHOD_NOT_FOUND}, {@code INVALID_PARAMS}
     */
    public Request request() {
        try {
            Fields fields = params == null ? Fields.none("params") : Fields.of("params", params);
            Request request = RequestDecoder.decode(method, fields);
            fields.end();
            return request;
        } catch (JsonException e) {
            throw new Fault(ErrorCode.INVALID_PARAMS, messageOf(e), e);
        }
    }

    /** The method's name where it is one of ours, for the log; never what the sender made up. */
    public String knownMethod() {
        return Method.ALL.contains(method) ? method : "?";
    }

    private static String messageOf(JsonException e) {
        String message = e.getMessage();
        return message == null ? "" : message;
    }
}
