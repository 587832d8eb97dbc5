// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.person;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obnova.host.decryption.DecryptionPrompt;
import org.obnova.host.entropy.EntropyPrompt;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.renewal.AbandonPrompt;
import org.obnova.host.renewal.OrphanKey;
import org.obnova.host.renewal.OrphanPrompt;
import org.obnova.host.secret.Secret;
import org.obnova.host.signature.DocumentPrompt;
import org.obnova.host.site.ConsentPrompt;
import org.obnova.host.site.Operation;
import org.obnova.host.storage.PasswordPrompt;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.StoragePrompt;
import org.obnova.host.task.Task;

/** Answers all windows at once, as told beforehand; an answer that nobody prepared cancels, as a closed window would. */
public final class FakePerson
        implements EntropyPrompt,
                DocumentPrompt,
                PasswordPrompt,
                StoragePrompt,
                ConsentPrompt,
                OrphanPrompt,
                AbandonPrompt,
                DecryptionPrompt {
    private final Deque<String> existingPasswords = new ArrayDeque<>();
    private final Deque<String> freshPasswords = new ArrayDeque<>();
    private final Deque<Function<List<Offer>, Choice>> choices = new ArrayDeque<>();
    private final List<PasswordPrompt.Question> questions = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<List<Offer>> offers = new ArrayList<>();
    private final Deque<Function<List<OrphanKey>, OrphanPrompt.Answer>> orphanAnswers = new ArrayDeque<>();
    private final List<List<OrphanKey>> orphans = new ArrayList<>();
    private final Deque<AbandonPrompt.Answer> abandonAnswers = new ArrayDeque<>();
    private final List<AbandonPrompt.Question> abandonments = new ArrayList<>();
    private final List<Operation> consents = new ArrayList<>();
    private final List<Operation> refused = new ArrayList<>();
    private final Random hand = new Random(20261122);
    private final List<Encrypted> encrypted = new ArrayList<>();
    private boolean types = true;
    private boolean decrypts = true;

    /** Enters these passwords, one a window, where the password of a container is asked for. */
    public FakePerson enters(String... passwords) {
        existingPasswords.addAll(List.of(passwords));
        return this;
    }

    /** What sites asked to be allowed. */
    public List<Operation> consents() {
        return consents;
    }

    /** Says no where a site asks for this. */
    public FakePerson refuses(Operation operation) {
        refused.add(operation);
        return this;
    }

    /** Makes these passwords up, one a window. */
    public FakePerson makesUp(String... passwords) {
        freshPasswords.addAll(List.of(passwords));
        return this;
    }

    /** Makes this password up before all others. */
    void makesUpNext(String password) {
        freshPasswords.addFirst(password);
    }

    /** Answers the next choice of a medium so. */
    public FakePerson chooses(Function<List<Offer>, Choice> choice) {
        choices.add(choice);
        return this;
    }

    /** Takes the first medium on offer. */
    public FakePerson choosesFirst() {
        return chooses(all -> new Choice.Offered(all.getFirst().storage()));
    }

    /** Closes the entropy window instead of typing. */
    public FakePerson closesTheEntropyWindow() {
        types = false;
        return this;
    }

    /** Closes the next window that asks whether to decrypt. */
    public FakePerson refusesToDecrypt() {
        decrypts = false;
        return this;
    }

    /** The documents so far that were to be decrypted. */
    public List<Encrypted> encrypted() {
        return encrypted;
    }

    /** Takes the first key on offer, in place of a new one. */
    public FakePerson takesTheKeyOnOffer() {
        orphanAnswers.add(keys -> new OrphanPrompt.Answer.Use(keys.getFirst()));
        return this;
    }

    /** Wants a new key, whatever is on offer. */
    public FakePerson wantsANewKey() {
        orphanAnswers.add(keys -> new OrphanPrompt.Answer.MakeNew());
        return this;
    }

    /** Gives renewals up so, one a window. */
    public FakePerson givesUp(AbandonPrompt.Answer... answers) {
        abandonAnswers.addAll(List.of(answers));
        return this;
    }

    /** The keys offered so far. */
    public List<List<OrphanKey>> orphans() {
        return orphans;
    }

    /** What was asked about giving up so far. */
    public List<AbandonPrompt.Question> abandonments() {
        return abandonments;
    }

    /** The password questions so far. */
    public List<PasswordPrompt.Question> questions() {
        return questions;
    }

    /** The documents shown so far. */
    public List<Document> documents() {
        return documents;
    }

    /** The media offered so far. */
    public List<List<Offer>> offers() {
        return offers;
    }

    @Override
    public void gather(Task task, Sink sink) {
        if (!types) {
            types = true;
            throw cancelled();
        }
        double now = 1_000_000_000;
        for (int key = 0; !sink.full() && !sink.failed(); key++) {
            now += (150 + 40 * hand.nextGaussian()) * 1_000_000;
            sink.event((long) now, Source.KEY_DOWN, 'A' + key % 26, 0);
            sink.event((long) now + 60_000_000, Source.KEY_UP, 'A' + key % 26, 0);
        }
    }

    @Override
    public void show(Task task, Document document) {
        documents.add(document);
    }

    @Override
    public void confirm(Task task, Encrypted document) {
        encrypted.add(document);
        if (!decrypts) {
            decrypts = true;
            throw cancelled();
        }
    }

    @Override
    public Secret existing(Task task, PasswordPrompt.Question question) {
        questions.add(question);
        return secret(existingPasswords.poll());
    }

    @Override
    public Secret fresh(Task task, PasswordPrompt.Question question) {
        questions.add(question);
        return secret(freshPasswords.poll());
    }

    @Override
    public Choice choose(Task task, Purpose purpose, Offers onOffer) {
        List<Offer> all = onOffer.list();
        offers.add(all);
        Function<List<Offer>, Choice> choice = choices.poll();
        if (choice == null) {
            throw cancelled();
        }
        return choice.apply(all);
    }

    @Override
    public OrphanPrompt.Answer offer(Task task, List<OrphanKey> keys) {
        orphans.add(keys);
        Function<List<OrphanKey>, OrphanPrompt.Answer> answer = orphanAnswers.poll();
        if (answer == null) {
            throw cancelled();
        }
        return answer.apply(keys);
    }

    @Override
    public AbandonPrompt.Answer ask(Task task, AbandonPrompt.Question question) {
        abandonments.add(question);
        AbandonPrompt.Answer answer = abandonAnswers.poll();
        if (answer == null) {
            throw cancelled();
        }
        return answer;
    }

    @Override
    public ConsentPrompt.Answer ask(Task task, Operation operation) {
        consents.add(operation);
        return refused.contains(operation) ? ConsentPrompt.Answer.NO : ConsentPrompt.Answer.ONCE;
    }

    /** A password as a secret. */
    public static Secret secretOf(String password) {
        return Secret.owning(password.getBytes(StandardCharsets.UTF_8));
    }

    private static Secret secret(@Nullable String password) {
        if (password == null) {
            throw cancelled();
        }
        return secretOf(password);
    }

    private static Fault cancelled() {
        return new Fault(ErrorCode.CANCELLED, "the person closed the window");
    }
}
