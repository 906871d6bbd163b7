package com.clario.playbook.optimize.end;

import com.clario.playbook.document.Company;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets the papers of an end as PDF: the notice in two languages, and the summary of what was kept. */
@Component
class EndPapers {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final String OTHER_LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Company us;
    private final SpringTemplateEngine engine = engine();

    EndPapers(Company us) {
        this.us = us;
    }

    byte[] notice(Map<String, ?> facts) {
        return make("notice", facts);
    }

    byte[] summary(Map<String, ?> facts) {
        return make("summary", facts);
    }

    static String english(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    static String indonesian(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN));
    }

    private byte[] make(String template, Map<String, ?> facts) {
        var shown = new HashMap<String, Object>(facts);
        shown.put("us", us);
        var html = engine.process(template, new Context(Locale.ENGLISH, shown));
        try (var bytes = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .withHtmlContent(html, null)
                    .useUriResolver((base, uri) -> null)
                    .useFont(EndPapers::otherLetters, "Other Letters")
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
        resolver.setPrefix("templates/optimize/paper/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
