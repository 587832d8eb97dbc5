// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.storage.NotListed;
import org.obnova.host.storage.NotListed.Reason;
import org.obnova.host.storage.NotListed.Text;

/**
 * The tokens that are plugged in as USB says, whether or not a driver shows them. Read from sysfs on Linux; on other systems nothing is seen (not
 * written, as nobody could test it).
 */
public final class UsbTokens {
    private static final String RESOURCE = "usb.json";
    private static final String DEVICES = "/sys/bus/usb/devices";
    private static final String SERVICE = "/run/pcscd/pcscd.comm";
    private static final int MAX_ITEMS = 100;
    private static final int MAX_TEXT = 400;

    private static final Text NO_SERVICE = new Text(
            "Токен вставлен, но служба смарт-карт (pcscd) не работает.",
            "The token is plugged in, but the smart card service (pcscd) is not running.");
    private static final Text START_SERVICE = new Text(
            "Установите пакет pcscd и включите службу: sudo systemctl enable --now pcscd.socket.",
            "Install the package pcscd and switch the service on: sudo systemctl enable --now pcscd.socket.");
    private static final Text NOT_SHOWN = new Text(
            "Токен вставлен, драйвер установлен, но не видит его.",
            "The token is plugged in and its driver is installed, but does not see it.");
    private static final Text CHECK_READER = new Text(
            "Выньте токен и вставьте снова. Если не помогло, установите драйвер считывателей (пакет libccid) и перезагрузите компьютер.",
            "Pull the token out and insert it again. If that does not help, install the readers' driver (package libccid) and restart the computer.");

    private final Surroundings surroundings;

    /**
     * A product.
     *
     * @param drivers beginnings of the files of modules that serve it, in lower case
     * @param words by which a token or its reader is known in a module's list, in lower case
     */
    private record Product(
            String vendor, List<String> products, Text name, List<String> drivers, List<String> words, Text install) {}

    /** Looks there. */
    public UsbTokens(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What is plugged in and not shown, and why.
     *
     * @param listed manufacturers, models and readers of the tokens that modules show
     */
    public List<NotListed> notListed(List<FoundModule> modules, List<String> listed) {
        List<NotListed> unseen = new ArrayList<>();
        for (Product product : plugged()) {
            if (listed.stream()
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .noneMatch(text -> product.words().stream().anyMatch(text::contains))) {
                unseen.add(why(product, modules));
            }
        }
        return unseen;
    }

    /** What changes when a token of a known vendor is plugged in or pulled out. */
    public List<String> fingerprint() {
        return plugged().stream()
                .map(product -> product.vendor() + product.products())
                .toList();
    }

    private NotListed why(Product product, List<FoundModule> modules) {
        boolean driver = modules.stream().anyMatch(module -> module.isNamed(product.drivers()));
        String name = product.name().ru();
        if (!driver) {
            Text message = new Text(
                    "Токен вставлен, но драйвер для него не установлен.",
                    "The token is plugged in, but no driver for it is installed.");
            return new NotListed(Reason.NO_DRIVER, name, message, product.install());
        }
        boolean service = surroundings.at(SERVICE).map(Files::exists).orElse(false);
        return service
                ? new NotListed(Reason.NO_DRIVER, name, NOT_SHOWN, CHECK_READER)
                : new NotListed(Reason.NO_DRIVER, name, NO_SERVICE, START_SERVICE);
    }

    private List<Product> plugged() {
        List<Product> plugged = new ArrayList<>();
        if (surroundings.system() != Surroundings.SystemKind.LINUX) {
            return plugged;
        }
        Path folder = surroundings.at(DEVICES).orElseThrow();
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(folder)) {
            for (Path device : devices) {
                String vendor = word(device.resolve("idVendor"));
                String id = word(device.resolve("idProduct"));
                if (!vendor.isEmpty() && !id.isEmpty()) {
                    Registry.ALL.stream()
                            .filter(each -> each.vendor().equals(vendor)
                                    && each.products().contains(id))
                            .findFirst()
                            .ifPresent(plugged::add);
                }
            }
        } catch (IOException e) {
            return plugged; // No USB here, or none that we may see.
        }
        return plugged;
    }

    private static String word(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return ""; // A hub's interface, or pulled out while we looked.
        }
    }

    /** Initialised when USB is first looked at. */
    private static final class Registry {
        static final List<Product> ALL = read();

        private static List<Product> read() {
            try (InputStream in = UsbTokens.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is not there");
                }
                List<Product> all = new ArrayList<>();
                Fields file = Fields.of("", JsonText.read(in.readAllBytes()));
                for (Json each : file.items("tokens", MAX_ITEMS)) {
                    Fields token = Fields.of("tokens[]", each);
                    all.add(new Product(
                            token.text("vendor", 4, 4),
                            texts(token, "products"),
                            text(token.object("name")),
                            texts(token, "drivers"),
                            texts(token, "words"),
                            text(token.object("install"))));
                    token.end();
                }
                file.end();
                return List.copyOf(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JsonException e) {
                throw new IllegalStateException(RESOURCE + " is damaged", e);
            }
        }

        private static Text text(Fields fields) throws JsonException {
            Text text = new Text(fields.text("ru", 1, MAX_TEXT), fields.text("en", 1, MAX_TEXT));
            fields.end();
            return text;
        }

        private static List<String> texts(Fields fields, String key) throws JsonException {
            List<String> texts = new ArrayList<>();
            for (Json each : fields.items(key, MAX_ITEMS)) {
                if (!(each instanceof Json.Text(String value)) || value.isEmpty()) {
                    throw fields.wrong(key, "not an array of texts");
                }
                texts.add(value);
            }
            return texts;
        }
    }
}
