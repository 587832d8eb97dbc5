// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What Prometheus' own Python library reads of figures; it refuses what the format does not allow. Debian's, of its own Python. */
public final class Exposition {
    private static final String READER = """
            import sys
            from prometheus_client.parser import text_string_to_metric_families as text
            from prometheus_client.openmetrics.parser import text_string_to_metric_families as strict
            for family in (strict if sys.argv[1] == "openmetrics" else text)(sys.stdin.read()):
                for sample in family.samples:
                    labels = ",".join(sorted(key + "=" + value for key, value in sample.labels.items()))
                    print(sample.name + "{" + labels + "}", sample.value, sep="\\t")
            """;

    private Exposition() {}

    /** Reads the Prometheus text format 0.0.4: values by {@code name{label=value,...}}, labels in the order of the alphabet. */
    public static Map<String, Double> ofText(String figures) throws IOException, InterruptedException {
        return read("text", figures);
    }

    /** Reads OpenMetrics 1.0, by the library's strict parser. */
    public static Map<String, Double> ofOpenMetrics(String figures) throws IOException, InterruptedException {
        return read("openmetrics", figures);
    }

    private static Map<String, Double> read(String form, String figures) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder("/usr/bin/python3", "-c", READER, form)
                .redirectErrorStream(true)
                .start();
        reader.getOutputStream().write(figures.getBytes(StandardCharsets.UTF_8));
        reader.getOutputStream().close();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (reader.waitFor() != 0) {
            throw new AssertionError("figures that do not parse: " + said);
        }
        Map<String, Double> samples = new TreeMap<>();
        said.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab < 0 || samples.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1))) != null) {
                throw new AssertionError("twice, or no sample: " + line);
            }
        });
        return samples;
    }
}
