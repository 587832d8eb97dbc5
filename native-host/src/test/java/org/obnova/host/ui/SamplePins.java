// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.secret.Secret;
import org.obnova.host.storage.PinState;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.token.pin.PinPrompt;
import org.obnova.host.storage.token.pin.PinPrompt.Change;
import org.obnova.host.storage.token.pin.PinPrompt.Entered;
import org.obnova.host.storage.token.pin.PinPrompt.Medium;
import org.obnova.host.storage.token.pin.PinPrompt.Question;
import org.obnova.host.storage.token.pin.PinPrompt.Remember;
import org.obnova.host.storage.token.pin.PinPrompt.Unblock;
import org.obnova.host.storage.token.pin.PinPrompt.Why;

/** The windows of PINs with sample tokens. */
final class SamplePins {
    static final List<String> NAMES = List.of(
            "pin.first",
            "pin.factory",
            "pin.wrong",
            "pin.misfit",
            "pin.last",
            "pin.remembered",
            "pin.forbidden",
            "pin.unavailable",
            "pin.last-try",
            "pin.locked",
            "pin.not-forgotten",
            "pin.offer",
            "pin.pad",
            "pin.pad-change",
            "change.wish",
            "change.factory",
            "change.expired");

    private static final Unblock UNBLOCK = new Unblock(
            "Откройте «Панель управления Рутокен», введите PIN-код администратора и нажмите «Разблокировать». Если его нет, обратитесь туда, где выдали токен.",
            "Open “Rutoken Control Panel”, enter the administrator’s PIN and press “Unblock”. If you have none, ask where the token was issued.");

    private final PinPrompt prompt;

    SamplePins(PinPrompt prompt) {
        this.prompt = prompt;
    }

    private static Medium medium(PinState state) {
        return new Medium("Рутокен ЭЦП 3.0", "Бухгалтерия", "3f 8a 21 7c", state, "12345678", 6, 16, UNBLOCK);
    }

    String show(SampleTask task, String kind) {
        return switch (kind) {
            case "last-try" -> {
                prompt.confirmLastTry(task, medium(PinState.LAST_TRY));
                yield "GO ON";
            }
            case "locked" -> {
                prompt.tellLocked(task, medium(PinState.LOCKED));
                yield "READ";
            }
            case "not-forgotten" -> {
                prompt.tellNotForgotten(task, medium(PinState.OK));
                yield "READ";
            }
            case "offer" -> prompt.offerChange(task, medium(PinState.FACTORY)) ? "NOW" : "LATER";
            case "pad" -> pad(task, Purpose.SIGN_DOCUMENT);
            case "pad-change" -> pad(task, Purpose.CHANGE_PIN);
            default -> enter(task, question(kind));
        };
    }

    private static Question question(String kind) {
        PinState state = switch (kind) {
            case "factory" -> PinState.FACTORY;
            case "wrong" -> PinState.LOW;
            case "last" -> PinState.LAST_TRY;
            default -> PinState.OK;
        };
        Remember remember = switch (kind) {
            case "wrong", "misfit", "first" -> Remember.ALLOWED;
            case "remembered" -> Remember.REMEMBERED;
            case "forbidden" -> Remember.FORBIDDEN_BY_POLICY;
            case "unavailable" -> Remember.UNAVAILABLE;
            default -> Remember.OFF;
        };
        int wrong = kind.equals("wrong") ? 1 : kind.equals("last") ? 3 : 0;
        return new Question(
                medium(state),
                kind.equals("factory") ? Purpose.NEW_KEY : Purpose.SIGN_DOCUMENT,
                kind.equals("factory") ? "" : SampleDocuments.HOLDER,
                wrong,
                kind.equals("misfit"),
                remember,
                1,
                kind.equals("forbidden") ? 1 : 2);
    }

    private String enter(SampleTask task, Question question) {
        try (Entered entered = prompt.enter(task, question)) {
            return "PIN " + text(entered.pin()) + (entered.remember() ? " remembered" : "");
        }
    }

    String change(SampleTask task, String why) {
        PinState state = why.equals("factory") ? PinState.FACTORY : PinState.OK;
        try (Change change = prompt.change(task, medium(state), Why.valueOf(why.toUpperCase(Locale.ROOT)), 0)) {
            return "PIN " + text(change.current()) + " becomes " + text(change.fresh());
        }
    }

    private static String text(Secret secret) {
        return new String(secret.copy(), StandardCharsets.UTF_8);
    }

    /** Stays until the gallery is told that the device has answered, or the person gives up. */
    private String pad(SampleTask task, Purpose purpose) {
        try (PinPrompt.PadWait open = prompt.pad(task, medium(PinState.OK), purpose)) {
            CompletableFuture<String> answered = task.deviceAnswers();
            task.await(CompletableFuture.anyOf(answered, open.givenUp()));
            if (open.givenUp().isDone()) {
                throw new Fault(ErrorCode.CANCELLED, "given up");
            }
            return "DEVICE ANSWERED";
        }
    }
}
