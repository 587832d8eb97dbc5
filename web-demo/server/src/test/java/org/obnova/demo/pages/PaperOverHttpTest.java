// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obnova.demo.Wiring;
import org.obnova.demo.ca.CaProfile;
import org.obnova.demo.documents.Scans;
import org.obnova.demo.gateways.GatewaySettings;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.regime.RegimeFile;
import org.obnova.demo.store.TestDatabase;
import org.obnova.demo.web.Site;

/**
 * The way of paper through the pages of the real server: the statement is printed, signed by hand and uploaded, the operator sends it back once, the
 * holder mends it, comes in person, and the certificate may be issued. Documents and clerks are real; the person's old certificate has expired.
 */
class PaperOverHttpTest {
    private static final String PHONE = "+79000000001";
    private static final byte[] SCAN = Scans.jpeg(1700, 2400, 300);

    @TempDir
    Path folder;

    private Wiring server;
    private Person holder;
    private Person operator;
    private String application = "";

    @BeforeEach
    void start() throws Exception {
        start("current");
    }

    private void start(String regime) throws Exception {
        server = Wiring.start(
                new Wiring.Settings(
                        0,
                        folder.resolve(regime),
                        CaProfile.EC,
                        Duration.ZERO,
                        List.of(),
                        GatewaySettings.NONE,
                        RegimeFile.preset(regime),
                        TestDatabase.shared()),
                InstantSource.system(),
                new SecureRandom());
        holder = new Person(server.sites(), Site.CABINET);
        operator = new Person(server.sites(), Site.OPERATOR);
        logIn();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void statementOnPaper_isMendedAfterTheRemark_andTheHolderComesInPerson() throws Exception {
        begin();
        assertThat(page()).contains("data-step=\"documents\"", "upload-statement_scan", "upload-passport");
        assertThat(text("/prints/statement.pdf")).startsWith("%PDF-");
        assertThat(submit("/documents-done").body()).contains("data-problem=\"documents_missing\"");

        upload("statement_scan", SCAN);
        upload("passport", SCAN);
        assertThat(redirect(submit("/documents-done"))).isEqualTo(path(""));
        assertThat(page()).contains("data-step=\"centre\"");
        assertThat(submit("/centre").body()).contains("data-problem=\"field_invalid\"");
        redirect(holder.submit(path("/centre"), Map.of("centre", "kazan")));
        assertThat(page()).contains("data-step=\"review\"");

        logInAsOperator();
        assertThat(operator.open("/").body()).contains(application);
        assertThat(operator.open("/applications/" + application).body()).contains("data-kind=\"statement_scan\"");
        assertThat(decide("reject", "remark", "").body()).contains("data-problem=\"field_invalid\"");
        redirect(decide("reject", "remark", "Подпись не видна <b>"));
        assertThat(inbox()).contains("есть замечания");

        assertThat(page()).contains("data-state=\"rejected\"", "Подпись не видна &lt;b&gt;");
        String first = uploads().getFirst();
        redirect(holder.submit(path("/documents/" + first + "/remove"), Map.of()));
        assertThat(submit("/documents-done").body()).contains("data-problem=\"documents_missing\"");
        upload("statement_scan", Scans.jpeg(1750, 2400, 300));
        redirect(submit("/documents-done"));
        page();
        redirect(holder.submit(path("/centre"), Map.of("centre", "kazan")));

        redirect(decide("approve", "x", ""));
        assertThat(inbox()).contains("Придите лично");
        assertThat(page()).contains("data-step=\"visit\"", "data-centre=\"kazan\"");
        identifiedOnlyWithEveryOriginal();
        assertThat(inbox()).contains("готов к выпуску");
        assertThat(page()).contains("data-step=\"request\"");
    }

    /** Each scan is compared for itself; what was ticked is kept, and who compared it is written down. */
    private void identifiedOnlyWithEveryOriginal() throws Exception {
        List<String> originals = Pattern.compile("name=\"(same-[^\"]+)\"")
                .matcher(operator.open("/applications/" + application).body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(originals)
                .as("statement, passport, and the proxy of an employee")
                .hasSize(3);
        assertThat(decide("identified", "x", "").body()).contains("data-problem=\"originals_not_compared\"");
        String half = decide("identified", originals.getFirst(), "yes").body();
        assertThat(half).contains("data-problem=\"originals_not_compared\"");
        assertThat(half).containsPattern("name=\"" + originals.getFirst() + "\"[^>]* checked");
        assertThat(half).doesNotContainPattern("name=\"" + originals.getLast() + "\"[^>]* checked");
        assertThat(page()).contains("data-step=\"visit\"");

        Map<String, String> all = new HashMap<>(Map.of("seen", seen()));
        originals.forEach(original -> all.put(original, "yes"));
        redirect(operator.submit("/applications/" + application + "/identified", all));

        assertThat(server.services().casework().seenOriginals(application))
                .extracting(seen -> seen.original().kind() + " by " + seen.clerk())
                .containsExactlyInAnyOrder("STATEMENT_SCAN by operator", "PASSPORT by operator", "null by operator");
        assertThat(operator.open("/applications/" + application).body()).contains("data-testid=\"compared\"");
    }

    @Test
    void approval_isOfTheDocumentsThatTheOperatorSaw_andOfNoOthers() throws Exception {
        begin();
        page();
        upload("statement_scan", SCAN);
        upload("passport", SCAN);
        redirect(submit("/documents-done"));
        redirect(holder.submit(path("/centre"), Map.of("centre", "kazan")));
        logInAsOperator();
        String earlier = seen();
        redirect(decide("reject", "remark", "Плохо видно"));
        redirect(submit("/documents-done"));
        redirect(holder.submit(path("/centre"), Map.of("centre", "kazan")));
        assertThat(decide(earlier, "approve", "x", "").body()).contains("data-problem=\"step_out_of_order\"");
        assertThat(page()).contains("data-step=\"review\"");
        assertThatThrownBy(() -> server.services()
                        .casework()
                        .asSeen(application, earlier, () -> Assertions.fail("decided about what nobody saw")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.STEP_OUT_OF_ORDER));

        redirect(decide("approve", "x", ""));
        page();
        redirect(submit("/back/documents"));
        redirect(holder.submit(path("/documents/" + uploads().getFirst() + "/remove"), Map.of()));

        assertThat(submit("/forward").body()).contains("step_out_of_order");
        assertThat(submit("/documents-done").body()).contains("data-problem=\"documents_missing\"");
        upload("statement_scan", SCAN);
        redirect(submit("/documents-done"));
        redirect(holder.submit(path("/centre"), Map.of("centre", "kazan")));
        assertThat(page()).as("it is looked at again").contains("data-step=\"review\"");
    }

    @Test
    void refusedFile_saysWhyBesideItsDocument_andLosesNothing() throws Exception {
        begin();
        page();
        upload("passport", SCAN);

        HttpResponse<String> refused = send("passport", Scans.jpeg(1700, 2400, 150));

        assertThat(refused.body())
                .contains("data-problem=\"upload_resolution\"")
                .contains("150 dpi");
        assertThat(uploads()).hasSize(1);
    }

    @Test
    void hugeFile_isRefusedWithItsReason() throws Exception {
        begin();
        page();

        assertThat(send("passport", new byte[20 * 1024 * 1024]).body()).contains("upload_too_large");
        assertThat(send("passport", new byte[60 * 1024 * 1024]).body()).contains("upload_too_large");
    }

    @Test
    void document_isServedSoThatNothingInItRuns_toItsOwnerAlone() throws Exception {
        begin();
        page();
        upload("passport", SCAN);
        String file = path("/documents/" + uploads().getFirst() + "/file");

        HttpResponse<String> served = holder.fetch(file);
        assertThat(served.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"passport.jpg\"");
        assertThat(served.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox");
        assertThat(served.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(holder.bytes(file)).isEqualTo(SCAN);
        assertThat(new Person(server.sites(), Site.CABINET).fetch(file).statusCode())
                .isEqualTo(401);
        assertThat(operator.fetch(file).statusCode()).isIn(401, 404);
    }

    @Test
    void operator_seesNothingWithoutTheOwnPassword_norWhatWasNotSent() throws Exception {
        begin();
        assertThat(operator.open("/applications/" + application).body()).contains("data-step=\"sign-in\"");
        operator.submit("/sign-in", Map.of("name", "operator", "password", "guessed"));
        assertThat(operator.open("/").body()).contains("data-step=\"sign-in\"");

        logInAsOperator();
        assertThat(operator.open("/applications/" + application).statusCode()).isEqualTo(404);
        assertThat(operator.open("/regime").body()).contains("data-setting=\"review\"");
    }

    @Test
    void in2017_theStatementStandsBeforeTheDocuments() throws Exception {
        server.close();
        start("2017");
        begin();

        assertThat(page())
                .contains("data-step=\"paper\"", "upload-statement_scan")
                .doesNotContain("upload-passport");
        upload("statement_scan", SCAN);
        redirect(submit("/documents-done"));
        assertThat(page()).contains("data-step=\"documents\"", "upload-passport");
    }

    @Test
    void prints_areForTheOwnApplication() throws Exception {
        begin();
        assertThat(text("/prints/proxy-to-receive.pdf")).startsWith("%PDF-");
        assertThat(text("/prints/right-to-sign.pdf")).startsWith("%PDF-");
        assertThat(new String(holder.bytes("/guide.pdf"), UTF_8)).startsWith("%PDF-");
        assertThat(new Person(server.sites(), Site.CABINET)
                        .fetch(path("/prints/statement.pdf"))
                        .statusCode())
                .isEqualTo(401);
    }

    /** The expired certificate's renewal, confirmed as it is. */
    private void begin() throws Exception {
        Matcher row = Pattern.compile("data-obnova-certificate=\"([0-9a-f]{64})\"[^>]*data-obnova-renewal=\"expired\"")
                .matcher(new Person(server.sites(), Site.EXTERN).open("/").body());
        assertThat(row.find()).isTrue();
        String path = holder.open("/renewals/new?certificate=" + row.group(1))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        application = path.substring(path.lastIndexOf('/') + 1);
        holder.open(path);
        holder.submit(path + "/begin", Map.of());
        holder.submit(path + "/data", Map.of("consent", "yes"));
        String place = holder.open(path).headers().firstValue("Location").orElse("");
        if (place.isEmpty()) {
            // Another certificate could sign: this one chooses paper.
            holder.submit(path + "/paper", Map.of());
        }
    }

    private String path(String rest) {
        return "/applications/" + application + rest;
    }

    /** The page of the step that is due. */
    private String page() throws Exception {
        HttpResponse<String> answer = holder.open(path(""));
        if (answer.statusCode() == 303) {
            answer = holder.open(answer.headers().firstValue("Location").orElseThrow());
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> submit(String rest) throws Exception {
        return holder.submit(path(rest), Map.of());
    }

    private static String redirect(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private List<String> uploads() throws Exception {
        return Pattern.compile("data-upload=\"([0-9a-f]+)\"")
                .matcher(page())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String text(String rest) throws Exception {
        return new String(holder.bytes(path(rest)), UTF_8);
    }

    private void upload(String kind, byte[] file) throws Exception {
        assertThat(redirect(send(kind, file))).endsWith("#" + kind);
    }

    private HttpResponse<String> send(String kind, byte[] file) throws Exception {
        return holder.upload(path("/documents"), Map.of("kind", kind), "скан.jpg", file);
    }

    private void logIn() throws Exception {
        holder.open("/sign-in");
        holder.submit("/sign-in/phone", Map.of("phone", new Phone(PHONE).display()));
        String text = server.services().inbox().latestTo(PHONE, 1).stream()
                .map(message -> message.kind() == Message.Kind.CALL ? message.from() : message.text())
                .findFirst()
                .orElseThrow();
        String digits = text.replaceAll("[^0-9]", "");
        int length = server.services().inbox().latestTo(PHONE, 1).getFirst().kind() == Message.Kind.CALL ? 4 : 6;
        holder.submit("/sign-in/code", Map.of("code", digits.substring(digits.length() - length)));
        holder.open("/");
    }

    private void logInAsOperator() throws Exception {
        List<String> lines = Files.readAllLines(
                folder.resolve(server.services().regime().name() + "/handout/operator-password.txt"));
        operator.open("/");
        redirect(operator.submit("/sign-in", Map.of("name", lines.get(0), "password", lines.get(1))));
        operator.open("/");
    }

    private HttpResponse<String> decide(String what, String field, String value) throws Exception {
        return decide(seen(), what, field, value);
    }

    private HttpResponse<String> decide(String seen, String what, String field, String value) throws Exception {
        return operator.submit("/applications/" + application + "/" + what, Map.of("seen", seen, field, value));
    }

    /** What the operator's page is about. */
    private String seen() throws Exception {
        Matcher field = Pattern.compile("name=\"seen\" value=\"([A-Z0-9]+)\"")
                .matcher(operator.open("/applications/" + application).body());
        return field.find() ? field.group(1) : "";
    }

    private String inbox() {
        return server.services().inbox().latestTo(PHONE, 1).getFirst().text();
    }
}
