// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionSubmitForm;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** What the inside of a file may be. */
class InspectionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "300, true", "400, true", "401, false", "600, false"})
    void resolution_isFrom200To400_whereTheFileSaysSo(int dpi, boolean taken) throws IOException {
        for (byte[] file : List.of(Scans.jpeg(1700, 2400, dpi), Scans.png(1700, 2400, dpi))) {
            if (taken) {
                assertThat(inspect(file).dpi()).isEqualTo(dpi);
            } else {
                assertRefused(ProblemCode.UPLOAD_RESOLUTION, file);
            }
        }
    }

    @Test
    void camerasDefault_saysNothing_thePixelsDecide() throws IOException {
        assertThat(inspect(Scans.jpeg(3000, 4000, 72)).dpi()).isNull();
        assertRefused(ProblemCode.UPLOAD_TOO_SMALL, Scans.jpeg(600, 800, 72));
    }

    @Test
    void pixels_areHeldAgainstThePaper() throws IOException {
        byte[] enoughForACard = Scans.written("gif", 590, 830);

        assertThat(inspect(UploadKind.SNILS, enoughForACard).pages()).isEqualTo(1);
        assertRefused(ProblemCode.UPLOAD_TOO_SMALL, enoughForACard);
    }

    @Test
    void tiff_hasPages_andAPictureOfEach() throws IOException {
        Findings findings = inspect(Scans.tiff(3, 1700, 2400));

        assertThat(findings.pages()).isEqualTo(3);
        assertThat(findings.previews()).isEqualTo(3);
    }

    @Test
    void scanInPdf_isMeasuredAsItIsDrawn() throws IOException {
        assertThat(inspect(Scans.pdf(2, 300))).isEqualTo(new Findings(2, 300, 2));
        assertRefused(ProblemCode.UPLOAD_RESOLUTION, Scans.pdf(1, 150));
    }

    @Test
    void printedPdf_hasNoResolution() throws IOException {
        assertThat(inspect(Scans.blank(20))).isEqualTo(new Findings(20, null, 5));
        assertRefused(ProblemCode.UPLOAD_TOO_HEAVY, Scans.blank(21));
    }

    @Test
    void pdfUnderAPassword_isRefused_alsoUnderAnEmptyOne() throws IOException {
        assertRefused(ProblemCode.UPLOAD_PROTECTED, Scans.locked("secret"));
        assertRefused(ProblemCode.UPLOAD_PROTECTED, Scans.locked(""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("active")
    void pdfThatActs_isRefused(String name, Scans.PdfMaker maker) throws IOException {
        assertRefused(ProblemCode.UPLOAD_ACTIVE, Scans.pdf(document -> {
            document.addPage(new PDPage());
            maker.fill(document);
        }));
    }

    static Stream<Arguments> active() {
        return Stream.of(
                active(
                        "script on opening",
                        document ->
                                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                active(
                        "program to start",
                        document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())),
                active("form that is sent on a click", document -> link(document, new PDActionSubmitForm())),
                active("second action behind a link", document -> {
                    PDActionURI first = new PDActionURI();
                    first.setURI("https://example.org");
                    first.setNext(List.of(new PDActionJavaScript("app.alert(1)")));
                    link(document, first);
                }),
                active("script by name", document -> names(document, "JavaScript")),
                active("attachment", InspectionTest::attach),
                active("form of XFA", document -> {
                    COSDictionary form = new COSDictionary();
                    form.setItem("XFA", new COSString("x"));
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
                }),
                active("film", document -> {
                    COSDictionary film = new COSDictionary();
                    film.setName(COSName.SUBTYPE, "RichMedia");
                    document.getDocumentCatalog().getCOSObject().setItem("Unreached", film);
                }));
    }

    @Test
    void pdfWithALink_isTaken() throws IOException {
        PDActionURI uri = new PDActionURI();
        uri.setURI("https://example.org");
        byte[] file = Scans.pdf(document -> {
            document.addPage(new PDPage());
            link(document, uri);
        });

        assertThat(inspect(file).pages()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void damagedFile_isRefused(String name, byte[] file) throws IOException {
        assertRefused(ProblemCode.UPLOAD_DAMAGED, file);
    }

    static Stream<Arguments> damaged() {
        return Stream.of(
                Arguments.of("half a JPEG", half(Scans.jpeg(1700, 2400, 300))),
                Arguments.of("half a PNG", half(Scans.png(1700, 2400, 300))),
                Arguments.of("half a TIFF", half(Scans.tiff(1, 1700, 2400))),
                Arguments.of("head of a PDF", "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static Arguments active(String name, Scans.PdfMaker maker) {
        return Arguments.of(name, maker);
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static void link(PDDocument document, PDAction action) throws IOException {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(action);
        document.getPage(0).getAnnotations().add(link);
    }

    private static void names(PDDocument document, String name) {
        COSDictionary names = new COSDictionary();
        names.setItem(COSName.getPDFName(name), new COSDictionary());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
    }

    private static void attach(PDDocument document) {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("evil.exe");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(java.util.Map.of("evil", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private Findings inspect(byte[] bytes) throws IOException {
        return inspect(UploadKind.INN, bytes);
    }

    private Findings inspect(UploadKind kind, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return new Inspection().inspect(file, FileFormat.of(bytes).orElseThrow(), kind, folder);
    }

    private void assertRefused(@Nullable ProblemCode code, byte[] file) {
        assertThatThrownBy(() -> inspect(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
