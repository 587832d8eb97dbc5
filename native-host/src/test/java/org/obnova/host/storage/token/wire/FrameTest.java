// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.secret.Secret;

class FrameTest {
    private static final List<Attribute> TEMPLATE = List.of(
            Attribute.of(0x1, true),
            Attribute.of(0x0, 0xFFFFFFFFFFFFFFFFL),
            Attribute.of(0x3, "Ключ"),
            Attribute.of(0x102, new byte[0]));

    static Stream<Call<?>> calls() {
        Secret pin = Secret.ofPassword("1234".toCharArray());
        Mechanism mechanism = new Mechanism(0xD4321005L, new byte[] {1, 2});
        return Stream.of(
                new Call.Ping(),
                new Call.Slots(),
                new Call.Watch(true),
                new Call.Find(5, TEMPLATE, List.of(0L, 0x80003004L)),
                new Call.Login(1, UserType.USER, pin),
                new Call.Login(1, UserType.SECURITY_OFFICER, null),
                new Call.Logout(7),
                new Call.SeedRandom(1, new byte[] {9}),
                new Call.GenerateKeyPair(1, Mechanism.of(0x1040), TEMPLATE, List.of()),
                new Call.Sign(1, 2, mechanism, new byte[32], null),
                new Call.Sign(1, 2, mechanism, new byte[32], new ContextLogin(pin)),
                new Call.Sign(1, 2, mechanism, new byte[32], new ContextLogin(null)),
                new Call.CreateObject(1, TEMPLATE),
                new Call.DestroyObject(1, -1),
                new Call.SetAttributes(1, 2, TEMPLATE),
                new Call.SetPin(1, pin, Secret.empty()),
                new Call.SetPin(1, null, null),
                new Call.InitPin(1, pin));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_beTheSame_afterItsFrame(Call<?> call) throws IOException {
        byte[] sent = written(call);

        Call<?> read = Calls.read(frame(sent));

        assertThat(read).hasSameClassAs(call);
        assertThat(written(read)).isEqualTo(sent);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_beRefused_whenCutShortOrExtended(Call<?> call) throws IOException {
        byte[] sent = written(call);

        for (int length = 5; length < sent.length; length++) {
            byte[] cut = ByteBuffer.allocate(length)
                    .putInt(length - 4)
                    .put(sent, 4, length - 4)
                    .array();
            assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> Calls.read(frame(cut)));
        }
        byte[] longer = ByteBuffer.allocate(sent.length + 1)
                .putInt(sent.length - 3)
                .put(sent, 4, sent.length - 4)
                .array();
        assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> Calls.read(frame(longer)));
    }

    @Test
    void secrets_beZeroed_whenTheCallIsClosed() throws IOException {
        Call.SetPin read = (Call.SetPin) Calls.read(frame(written(
                new Call.SetPin(1, Secret.ofPassword("old".toCharArray()), Secret.ofPassword("new".toCharArray())))));
        Secret present = requireNonNull(read.present());
        assertThat(new String(present.copy(), StandardCharsets.UTF_8)).isEqualTo("old");

        Calls.close(read);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(present::copy);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> requireNonNull(read.fresh()).copy());
    }

    @Test
    void results_beTheSame_afterTheirFrames() throws IOException {
        TokenInfo token = new TokenInfo(
                "Токен", "Aktiv Co.", "Rutoken ECP", "3b1c", "2.1", 0x40D, 6, 32, -1, 65536, Set.of(0xD4321005L, 0L));
        List<SlotFacts> slots = List.of(new SlotFacts(3, "reader", token), new SlotFacts(0, "empty", null));
        assertThat(afterFrame(new Call.Slots(), slots)).isEqualTo(slots);

        List<Found> found = List.of(new Found(9, TEMPLATE), new Found(10, List.of()));
        assertThat(afterFrame(new Call.Find(3, List.of(), List.of()), found)).isEqualTo(found);

        assertThat(afterFrame(new Call.CreateObject(3, List.of()), 77L)).isEqualTo(77L);
        assertThat(afterFrame(new Call.Logout(3), Done.DONE)).isEqualTo(Done.DONE);
    }

    @Test
    void found_tellsAttributesByTheirKind() {
        Found found = new Found(9, TEMPLATE);

        assertThat(found.is(0x1)).isTrue();
        assertThat(found.is(0x2)).isFalse();
        assertThat(found.number(0x0)).contains(-1L);
        assertThat(found.text(0x3)).contains("Ключ");
        assertThat(found.octets(0x102))
                .hasValueSatisfying(octets -> assertThat(octets).isEmpty());
        assertThat(found.octets(0x0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Frame.MAX + 1, Integer.MAX_VALUE})
    void length_beChecked_beforeAnythingIsAllocated(int length) {
        byte[] header = ByteBuffer.allocate(4).putInt(length).array();

        assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> frame(header));
    }

    @Test
    void frame_beTheEnd_betweenFramesOnly() throws IOException {
        assertThat(Frame.readFrom(new ByteArrayInputStream(new byte[0]))).isNull();
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> frame(new byte[] {0, 0}));
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> frame(new byte[] {0, 0, 0, 2, 1}));
    }

    /** Whatever a broken driver says, nothing but this exception may come of it. */
    @Test
    void garbage_beMalformedAtMost() throws IOException {
        Random random = new Random(31);
        for (int i = 0; i < 20_000; i++) {
            byte[] content = new byte[1 + random.nextInt(60)];
            random.nextBytes(content);
            content[0] = (byte) random.nextInt(6);
            byte[] sent = ByteBuffer.allocate(content.length + 4)
                    .putInt(content.length)
                    .put(content)
                    .array();
            try {
                if (Answers.read(frame(sent)) instanceof Answer.Result result) {
                    Call<?> asked = i % 2 == 0 ? new Call.Slots() : new Call.Find(0, List.of(), List.of());
                    Answers.result(asked, result.content());
                }
            } catch (MalformedFrameException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void result_notSent_whenTooLarge() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();

        assertThat(Answers.writeResult(new byte[Frame.MAX], sent)).isFalse();
        assertThat(sent.size()).isZero();
    }

    private static byte[] written(Call<?> call) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Calls.write(call, sent);
        return sent.toByteArray();
    }

    private static <A> A afterFrame(Call<A> call, Object result) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        assertThat(Answers.writeResult(result, sent)).isTrue();
        Answer.Result read = (Answer.Result) Answers.read(frame(sent.toByteArray()));
        return Answers.result(call, read.content());
    }

    private static Frame frame(byte[] sent) throws IOException {
        return requireNonNull(Frame.readFrom(new ByteArrayInputStream(sent)));
    }
}
