package com.clario.playbook.outreach.deck;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/** One 16:9 page of a deck: every text lies in a box of its own and is set smaller until it fits. */
final class DeckPage {

    static final int WIDTH = 960;
    static final int HEIGHT = 540;
    static final Color ACCENT = new Color(0x1B, 0x5F, 0xAA);
    static final Color INK = new Color(0x1D, 0x27, 0x3B);
    static final Color GREY = new Color(0x5B, 0x66, 0x75);
    static final Color PALE = new Color(0xEE, 0xF3, 0xF9);

    private static final String FONT = "Arial";
    private static final double SMALLEST = 10;

    private final XSLFSlide slide;

    DeckPage(XMLSlideShow deck) {
        this.slide = deck.createSlide(deck.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
    }

    void title(String text, Rectangle2D place, double size, Color colour) {
        XSLFTextShape title = slide.getPlaceholder(0);
        ownPlace(title);
        title.setAnchor(place);
        write(title, text, size, colour, true, TextAlign.LEFT, VerticalAlignment.MIDDLE);
    }

    /** Of this page alone: the library would paint the master, and with it every page. */
    void background(Color colour) {
        var background = slide.getXmlObject().getCSld().addNewBg().addNewBgPr();
        background.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {
            (byte) colour.getRed(), (byte) colour.getGreen(), (byte) colour.getBlue()
        });
        background.addNewEffectLst();
    }

    void heading(String text, String footer, int number) {
        box(60, 44, 44, 5, ACCENT);
        title(text, at(53, 54, 840, 56), 30, INK);
        text(footer, at(53, 500, 640, 24), 10, GREY, false, TextAlign.LEFT, VerticalAlignment.MIDDLE);
        text(String.valueOf(number), at(800, 500, 107, 24), 10, GREY, false, TextAlign.RIGHT, VerticalAlignment.MIDDLE);
    }

    void paragraph(String text, Rectangle2D place, double size, Color colour, boolean bold) {
        text(text, place, size, colour, bold, TextAlign.LEFT, VerticalAlignment.TOP);
    }

    void centred(String text, Rectangle2D place, double size, Color colour, boolean bold) {
        text(text, place, size, colour, bold, TextAlign.CENTER, VerticalAlignment.MIDDLE);
    }

    void middle(String text, Rectangle2D place, double size, Color colour, boolean bold) {
        text(text, place, size, colour, bold, TextAlign.LEFT, VerticalAlignment.MIDDLE);
    }

    void box(double x, double y, double width, double height, Color fill) {
        shape(ShapeType.RECT, at(x, y, width, height), fill);
    }

    void shape(ShapeType type, Rectangle2D place, Color fill) {
        XSLFAutoShape shape = slide.createAutoShape();
        shape.setShapeType(type);
        shape.setAnchor(place);
        shape.setFillColor(fill);
        shape.setLineColor(null);
    }

    static Rectangle2D at(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    /** Without a place of its own a title moves the one in the layout, and with it every other title. */
    private static void ownPlace(XSLFTextShape title) {
        ((CTShape) title.getXmlObject()).getSpPr().addNewXfrm();
    }

    private void text(
            String text,
            Rectangle2D place,
            double size,
            Color colour,
            boolean bold,
            TextAlign align,
            VerticalAlignment up) {
        XSLFTextShape box = slide.createTextBox();
        box.setAnchor(place);
        write(box, text, size, colour, bold, align, up);
    }

    private static void write(
            XSLFTextShape box,
            String text,
            double size,
            Color colour,
            boolean bold,
            TextAlign align,
            VerticalAlignment up) {
        box.setWordWrap(true);
        box.setVerticalAlignment(up);
        double fits = size;
        set(box, text, fits, colour, bold, align);
        while (fits > SMALLEST && tooHigh(box)) {
            fits -= 1;
            set(box, text, fits, colour, bold, align);
        }
        String shorter = text;
        while (tooHigh(box) && shorter.length() > 20) {
            shorter = shorter.substring(0, shorter.length() * 9 / 10).strip();
            set(box, shorter + "…", fits, colour, bold, align);
        }
    }

    /** Leaves some air, because the reader's fonts may run wider than ours. */
    private static boolean tooHigh(XSLFTextShape box) {
        return box.getTextHeight() * 1.06 > box.getAnchor().getHeight();
    }

    private static void set(XSLFTextShape box, String text, double size, Color colour, boolean bold, TextAlign align) {
        box.clearText();
        var paragraph = box.addNewTextParagraph();
        paragraph.setTextAlign(align);
        paragraph.setLineSpacing(105d);
        var run = paragraph.addNewTextRun();
        run.setText(text);
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setFontColor(colour);
        run.setBold(bold);
    }
}
