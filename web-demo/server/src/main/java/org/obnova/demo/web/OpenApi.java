// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a site answers, as OpenAPI 3.1: made from the routes themselves, so that it cannot be out of date. Pages are forms for people; the paths are described for whoever
 * tests them or reads the log.
 */
final class OpenApi {
    static final String PATH = "/openapi.json";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String SCHEMAS = "#/components/schemas/";

    private OpenApi() {}

    static ObjectNode of(String server, Routes routes) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Obnova demo: " + server)
                .put("version", "0.1.0")
                .put("description", "Demo certification authority. FOR TESTING ONLY: it protects nothing.");
        root.putArray("servers").addObject().put("url", server);
        ObjectNode paths = root.putObject("paths");
        routes.gets().keySet().forEach(path -> operation(paths, path, "get"));
        routes.posts().keySet().forEach(path -> operation(paths, path, "post"));
        components(root.putObject("components"));
        return root;
    }

    private static void operation(ObjectNode paths, String path, String method) {
        ObjectNode operation = object(paths, path).putObject(method).put("operationId", method + " " + path);
        Matcher parameter = PARAMETER.matcher(path);
        while (parameter.find()) {
            ObjectNode described = operation
                    .withArray("parameters")
                    .addObject()
                    .put("name", parameter.group(1))
                    .put("in", "path")
                    .put("required", true);
            described.putObject("schema").put("type", "string");
        }
        if (method.equals("post")) {
            operation.putArray("security").addObject().putArray("formToken");
        }
        ObjectNode answers = operation.putObject("responses");
        answers.putObject("2XX")
                .put("description", "A page (text/html), or JSON where the request came from a script.");
        answers.putObject("303").put("description", "Done: the page to go on with is in Location.");
        answers.putObject("default")
                .put("description", "Refused.")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", SCHEMAS + "Problem");
    }

    private static void components(ObjectNode components) {
        components
                .putObject("securitySchemes")
                .putObject("formToken")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", FormProtection.HEADER)
                .put(
                        "description",
                        "The session's token, from data-token of the page's body; forms send it as _token.");
        ObjectNode problem = components.putObject("schemas").putObject("Problem");
        problem.put("type", "object").put("description", "RFC 9457, with the three lines of errors.json.");
        ObjectNode properties = problem.putObject("properties");
        List.of("type", "title", "name", "loss", "hint", "instance")
                .forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("status").put("type", "integer");
        properties.putObject("code").put("type", "integer").put("description", "The number in errors.json.");
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.has(name) ? (ObjectNode) Objects.requireNonNull(parent.get(name)) : parent.putObject(name);
    }
}
