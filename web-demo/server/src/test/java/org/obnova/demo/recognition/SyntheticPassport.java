// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.recognition;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pages 2 and 3 of a passport of nobody, drawn and then scanned badly: leaning, noisy, blurred, compressed. Each number draws the same picture. */
final class SyntheticPassport {
    private static final double WIDTH = 125;
    private static final double PAGE = 88;
    private static final double PITCH = 2.54;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /**
     * Who stands in it.
     *
     * @param department {@code 770-001}
     */
    record Data(
            String surname,
            String givenName,
            String patronymic,
            String series,
            String number,
            String department,
            LocalDate issued,
            LocalDate birth,
            boolean male,
            String place) {}

    /**
     * How it was scanned.
     *
     * @param degrees by which it leans
     * @param noise standard deviation, of 255
     * @param quality of JPEG
     */
    record Scan(int dpi, double degrees, double noise, double quality, boolean blurred) {}

    private SyntheticPassport() {}

    /** The scans of the figures: half of them 300 and half 200 dpi. */
    static Scan scan(int number) {
        SplittableRandom random = new SplittableRandom(9000L + number);
        boolean clean = number % 5 == 0;
        return new Scan(
                number % 2 == 0 ? 300 : 200,
                clean ? 0 : random.nextDouble() * 4.2 - 2.1,
                clean ? 0 : 7 + random.nextInt(14),
                clean ? 0.95 : 0.45 + random.nextDouble() * 0.38,
                number % 3 == 0);
    }

    static Data data(int number) {
        SplittableRandom random = new SplittableRandom(100L + number);
        List<String[]> names = List.of(
                new String[] {"Кораблёва", "Алёна", "Юрьевна"},
                new String[] {"Журавлёв", "Артём", "Сергеевич"},
                new String[] {"Подъячев", "Илья", "Андреевич"},
                new String[] {"Щукина", "Фёкла", "Эдуардовна"},
                new String[] {"Цой", "Юлий", "Якович"},
                new String[] {"Мышкин", "Лев", "Николаевич"},
                new String[] {"Гайдай", "Алексей", "Вячеславович"},
                new String[] {"Объедкова", "Ольга", "Игоревна"},
                new String[] {"Хайрутдинов", "Ильдар", "Жанович"},
                new String[] {"Чёрный", "Эльдар", "Цезаревич"});
        String[] name = names.get(number % names.size());
        LocalDate birth = LocalDate.of(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
        List<String> places =
                List.of("ГОР. ТВЕРЬ", "Г. САНКТ-ПЕТЕРБУРГ", "ПОС. ЩЁЛКОВО МОСКОВСКОЙ ОБЛ.", "Г. ЙОШКАР-ОЛА");
        return new Data(
                name[0],
                name[1],
                name[2],
                String.format("%04d", 1000 + random.nextInt(8999)),
                String.format("%06d", random.nextInt(1_000_000)),
                String.format("%03d-%03d", random.nextInt(1000), random.nextInt(1000)),
                LocalDate.of(2001 + random.nextInt(24), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                birth,
                !name[0].endsWith("а"),
                places.get(number % places.size()));
    }

    /** The two lines as the order says. */
    static String[] zone(Data data) {
        String upper = "PNRUS" + Letters.coded(data.surname()) + "<<" + Letters.coded(data.givenName()) + "<"
                + Letters.coded(data.patronymic());
        String number = data.series().substring(0, 3) + data.number();
        String birth = data.birth().format(DateTimeFormatter.ofPattern("yyMMdd"));
        String rest = data.series().substring(3) + data.issued().format(DateTimeFormatter.ofPattern("yyMMdd"))
                + data.department().replace("-", "") + "<";
        String lower = number + CheckDigits.of(number) + "RUS" + birth + CheckDigits.of(birth)
                + (data.male() ? "M" : "F") + "<<<<<<<" + rest + CheckDigits.of(rest);
        String covered = lower.substring(0, 10) + lower.substring(13, 20) + lower.substring(21, 43);
        return new String[] {(upper + "<".repeat(44)).substring(0, 44), lower + CheckDigits.of(covered)};
    }

    /** As a JPEG file. */
    static byte[] jpeg(Data data, Scan scan, long seed) throws IOException {
        return compressed(scanned(drawn(data, scan.dpi()), scan, new Random(seed)), scan.quality());
    }

    static BufferedImage drawn(Data data, int dpi) throws IOException {
        double mm = dpi / 25.4;
        BufferedImage page = new BufferedImage(
                (int) Math.round(WIDTH * mm), (int) Math.round(2 * PAGE * mm), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xF6, 0xEC, 0xE4));
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        guilloche(pen, page.getWidth(), page.getHeight(), mm);
        Text text = new Text(pen, mm);
        text.write("РОССИЙСКАЯ ФЕДЕРАЦИЯ", 36, 9, 4.2);
        text.write("Паспорт выдан", 8, 18, 2.4);
        text.write("ОТДЕЛОМ ВНУТРЕННИХ ДЕЛ", 34, 20, 3.6);
        text.write("Дата выдачи", 8, 44, 2.4);
        text.write(data.issued().format(DAY), 30, 45, 3.6);
        text.write("Код подразделения", 62, 44, 2.4);
        text.write(data.department(), 92, 45, 3.6);
        photo(pen, mm);
        List<String[]> rows = List.of(
                new String[] {"Фамилия", data.surname()},
                new String[] {"Имя", data.givenName()},
                new String[] {"Отчество", data.patronymic()},
                new String[] {
                    "Пол", (data.male() ? "МУЖ. " : "ЖЕН. ") + data.birth().format(DAY)
                },
                new String[] {"Место рождения", data.place()});
        for (int row = 0; row < rows.size(); row++) {
            double y = PAGE + 12 + row * 11.5;
            text.write(rows.get(row)[0], 44, y - 5, 1.9);
            text.write(rows.get(row)[1].toUpperCase(java.util.Locale.ROOT), 48, y, 3.8);
        }
        machineReadable(pen, zone(data), mm);
        pen.dispose();
        return page;
    }

    private static void machineReadable(Graphics2D pen, String[] lines, double mm) throws IOException {
        pen.setColor(new Color(0x20, 0x1C, 0x1C));
        pen.setFont(OcrB.ofPitch(PITCH * mm));
        double left = (WIDTH - Line.LENGTH * PITCH) / 2;
        for (int line = 0; line < 2; line++) {
            for (int place = 0; place < Line.LENGTH; place++) {
                pen.drawString(String.valueOf(lines[line].charAt(place)), (float) ((left + place * PITCH) * mm), (float)
                        ((2 * PAGE - 12.5 + line * 6.35) * mm));
            }
        }
    }

    private static void guilloche(Graphics2D pen, int width, int height, double mm) {
        pen.setStroke(new BasicStroke((float) (0.12 * mm)));
        for (int wave = 0; wave < 60; wave++) {
            pen.setColor(wave % 2 == 0 ? new Color(0xD8, 0xB8, 0xB0) : new Color(0xC4, 0xCC, 0xB4));
            Path2D path = new Path2D.Double();
            path.moveTo(0, wave * height / 60.0);
            for (int x = 0; x <= width; x += 6) {
                path.lineTo(x, wave * height / 60.0 + Math.sin(x / (4.0 * mm) + wave) * 3 * mm);
            }
            pen.draw(path);
        }
    }

    private static void photo(Graphics2D pen, double mm) {
        pen.setColor(new Color(0x9A, 0xA0, 0xA8));
        pen.fillRect((int) (5 * mm), (int) ((PAGE + 14) * mm), (int) (35 * mm), (int) (45 * mm));
        pen.setColor(new Color(0x6A, 0x58, 0x50));
        pen.fillOval((int) (14 * mm), (int) ((PAGE + 22) * mm), (int) (17 * mm), (int) (23 * mm));
    }

    private static BufferedImage scanned(BufferedImage page, Scan scan, Random random) {
        BufferedImage leaning = Grey.turned(page, scan.degrees());
        BufferedImage soft = scan.blurred() ? blurred(leaning) : leaning;
        if (scan.noise() > 0) {
            for (int y = 0; y < soft.getHeight(); y++) {
                for (int x = 0; x < soft.getWidth(); x++) {
                    soft.setRGB(x, y, noisy(soft.getRGB(x, y), random.nextGaussian() * scan.noise()));
                }
            }
        }
        return soft;
    }

    private static BufferedImage blurred(BufferedImage page) {
        float[] kernel = new float[9];
        Arrays.fill(kernel, 1 / 9f);
        return new ConvolveOp(new Kernel(3, 3, kernel), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
    }

    private static int noisy(int rgb, double by) {
        int noisy = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            noisy |= (int) Math.max(0, Math.min(255, (rgb >> shift & 0xFF) + by)) << shift;
        }
        return noisy;
    }

    static byte[] compressed(BufferedImage page, double quality) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality((float) quality);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    static BufferedImage picture(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** Writes in millimetres. */
    private record Text(Graphics2D pen, double mm) {
        void write(String text, double x, double y, double height) {
            pen.setColor(new Color(0x2A, 0x20, 0x24));
            pen.setFont(new Font("PT Serif", Font.PLAIN, 1).deriveFont((float) (height * mm * 1.35)));
            pen.drawString(text, (float) (x * mm), (float) (y * mm));
        }
    }
}
