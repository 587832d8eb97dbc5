// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import java.io.DataInputStream;
import java.io.IOException;

/** The yardstick of the start: reads one frame, answers one. */
final class TenLines {
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        in.readNBytes(Integer.reverseBytes(in.readInt()));
        byte[] reply = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocol\":1}}".getBytes();
        System.out.write(new byte[] {(byte) reply.length, 0, 0, 0});
        System.out.write(reply);
        System.out.flush();
        System.in.read();
    }
}
