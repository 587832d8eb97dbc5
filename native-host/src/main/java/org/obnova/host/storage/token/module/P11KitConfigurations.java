// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.obnova.host.storage.NotListed.Text;
import org.obnova.host.storage.token.module.Modules.LeftOut;

/**
 * p11-kit's configurations (pkcs11.conf(5)): the packages', over them the administrator's, over them the person's; of files of the same name the
 * upper one's words count, word by word. Only Linux has them at places that are known.
 */
final class P11KitConfigurations {
    /** The name by which {@code enable-in} and {@code disable-in} know this program. */
    static final String PROGRAM = "obnova-host";

    private static final String PACKAGES = "/usr/share/p11-kit/modules";
    private static final String ADMINISTRATOR = "/etc/pkcs11";
    private static final List<String> DEFAULT_MODULE_FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu/pkcs11",
            "/usr/lib/aarch64-linux-gnu/pkcs11",
            "/usr/lib64/pkcs11",
            "/usr/lib/pkcs11",
            "/usr/local/lib/pkcs11");
    private static final long MAX_BYTES = 64 * 1024;

    private static final Text FOR_TRUST = new Text(
            "хранилище доверенных сертификатов, ключей в нём нет", "a store of trusted certificates; it holds no keys");
    private static final Text PROXY =
            new Text("показывает те же модули, что найдены и так", "shows the same modules that are found anyway");
    private static final Text FOR_OTHERS =
            new Text("назначен другим программам", "meant for other programs (enable-in, disable-in)");
    private static final Text REMOTE =
            new Text("запускает чужую команду (remote)", "runs a command of its own (remote)");

    private final Surroundings surroundings;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private record Configuration(Path file, boolean personal, Map<String, String> words) {
        String word(String key) {
            return words.getOrDefault(key, "");
        }
    }

    P11KitConfigurations(Surroundings surroundings) {
        this.surroundings = surroundings;
        if (surroundings.system() == Surroundings.SystemKind.LINUX) {
            configurations().values().forEach(this::take);
        }
    }

    /** The modules that are configured for this program. */
    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** What is configured and left out. */
    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    private Map<String, Configuration> configurations() {
        Map<String, Configuration> merged = new TreeMap<>();
        Optional<Path> administrator = surroundings.at(ADMINISTRATOR);
        String user = administrator
                .map(folder -> words(folder.resolve("pkcs11.conf")).getOrDefault("user-config", "merge"))
                .orElse("merge");
        if (!user.equals("only")) {
            surroundings.at(PACKAGES).ifPresent(folder -> merge(merged, folder, false));
            administrator.ifPresent(folder -> merge(merged, folder.resolve("modules"), false));
        }
        if (!user.equals("none")) {
            personal().ifPresent(folder -> merge(merged, folder.resolve("pkcs11/modules"), true));
        }
        return merged;
    }

    private Optional<Path> personal() {
        String configuration = surroundings.environment().getOrDefault("XDG_CONFIG_HOME", "");
        String home = surroundings.environment().getOrDefault("HOME", "");
        try {
            if (!configuration.isEmpty() && Path.of(configuration).isAbsolute()) {
                return Optional.of(Path.of(configuration));
            }
            return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".config"));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void merge(Map<String, Configuration> merged, Path folder, boolean personal) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.module")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                Configuration below = merged.get(name);
                Map<String, String> words = new HashMap<>(below == null ? Map.of() : below.words());
                words.putAll(words(file));
                merged.put(name, new Configuration(file, personal || (below != null && below.personal()), words));
            }
        } catch (IOException e) {
            return; // No such folder, or not for us: nothing is configured there.
        }
    }

    private static Map<String, String> words(Path file) {
        Map<String, String> words = new HashMap<>();
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return words;
            }
            // Latin-1 takes any octets: a comment in another encoding must not hide the module.
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.strip().startsWith("#")) {
                    words.put(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return words;
    }

    private void take(Configuration configuration) {
        String module = configuration.word("module");
        if (!configuration.word("remote").isEmpty()) {
            leftOut.add(new LeftOut(configuration.file(), REMOTE));
        } else if (module.isEmpty()) {
            return; // So a file above switches off one below.
        } else if (configuration.word("trust-policy").equals("yes") || module.contains("p11-kit-trust")) {
            leftOut.add(new LeftOut(configuration.file(), FOR_TRUST));
        } else if (module.contains("p11-kit-proxy")) {
            leftOut.add(new LeftOut(configuration.file(), PROXY));
        } else if (!isForUs(configuration)) {
            leftOut.add(new LeftOut(configuration.file(), FOR_OTHERS));
        } else {
            place(module)
                    .ifPresent(path -> candidates.add(new Candidate(
                            nameOf(configuration.file()),
                            path,
                            null,
                            null,
                            false,
                            configuration.personal(),
                            module.contains("opensc"))));
        }
    }

    private static boolean isForUs(Configuration configuration) {
        String enabled = configuration.word("enable-in");
        if (!enabled.isEmpty()) {
            return programs(enabled).contains(PROGRAM);
        }
        return !programs(configuration.word("disable-in")).contains(PROGRAM);
    }

    private static List<String> programs(String words) {
        return List.of(words.split("[,\\s]+"));
    }

    /** An absolute path as it is; a plain name in p11-kit's own folder, and nowhere else. */
    private Optional<Path> place(String module) {
        if (module.startsWith("/")) {
            return surroundings.at(module);
        }
        if (module.contains("..")) {
            return Optional.empty();
        }
        return DEFAULT_MODULE_FOLDERS.stream()
                .flatMap(folder -> surroundings.at(folder + "/" + module).stream())
                .filter(Files::exists)
                .findFirst();
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.module$", "");
    }
}
