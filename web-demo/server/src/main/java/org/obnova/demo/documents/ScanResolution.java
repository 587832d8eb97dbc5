// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** The dots an inch of a scanned page: its largest picture's pixels by the size at which the page draws it. */
final class ScanResolution extends PDFStreamEngine {
    private static final double POINTS_PER_INCH = 72;
    /** A picture that covers less of the page is an ornament: a stamp, a logo. */
    private static final double A_SCAN_COVERS = 0.5;

    private final double pageArea;
    private double largest;
    private @Nullable Integer dpi;

    private ScanResolution(double pageArea) {
        this.pageArea = pageArea;
        addOperator(new Concatenate(this));
        addOperator(new DrawObject(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new SetMatrix(this));
    }

    /** Null where the page is no scan. */
    static @Nullable Integer of(PDPage page) throws IOException {
        ScanResolution scan = new ScanResolution(
                (double) page.getCropBox().getWidth() * page.getCropBox().getHeight());
        scan.processPage(page);
        return scan.dpi;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean draws = operator.getName().equals("Do") && !operands.isEmpty();
        if (draws
                && operands.getFirst() instanceof COSName name
                && getResources().isImageXObject(name)) {
            PDXObject drawn = getResources().getXObject(name);
            if (drawn instanceof PDImageXObject image) {
                measure(image);
            } else if (drawn instanceof PDFormXObject form) {
                showForm(form);
            }
        } else {
            super.processOperator(operator, operands);
        }
    }

    private void measure(PDImageXObject image) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        double width = matrix.getScalingFactorX();
        double height = matrix.getScalingFactorY();
        if (width * height > Math.max(largest, pageArea * A_SCAN_COVERS)) {
            largest = width * height;
            dpi = (int) Math.round(Math.min(image.getWidth() / width, image.getHeight() / height) * POINTS_PER_INCH);
        }
    }
}
