package com.clario.playbook.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets what we write to partners as a PDF, from the page of text that counsel maintains. */
@Component
public class Pdf {

    private static final String OTHER_LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Company us;
    private final SpringTemplateEngine engine = engine();

    Pdf(Company us) {
        this.us = us;
    }

    /** The text as the PDF will have it; our own company stands in it as {@code us}. */
    public String text(String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("us", us);
        return engine.process(template, new Context(Locale.ENGLISH, all));
    }

    public byte[] set(String template, Map<String, ?> values) {
        try (var bytes = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .withHtmlContent(text(template, values), null)
                    .useUriResolver((base, uri) -> null)
                    .useFont(Pdf::otherLetters, "Other Letters")
                    .withProducer(us.name())
                    .toStream(bytes)
                    .run();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** For names in letters the built-in fonts of PDF do not have. */
    private static InputStream otherLetters() {
        return PDDocument.class.getResourceAsStream(OTHER_LETTERS);
    }

    private static SpringTemplateEngine engine() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
