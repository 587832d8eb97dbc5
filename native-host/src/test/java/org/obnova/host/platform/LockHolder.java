// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.platform;

import java.io.IOException;
import java.nio.file.Path;

/** A process that takes a lock, says so, and keeps it until its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (InterProcessLock _ = InterProcessLock.acquire(Path.of(arguments[0]))) {
            System.out.println("held");
            int end = System.in.read();
            System.out.println(end);
        }
    }
}
