package com.clario.playbook.negotiation.contract;

import com.clario.playbook.document.Company;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets a contract as a PDF, Indonesian beside English, from the one page of text that counsel maintains. */
@Component
public class ContractPdf {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");
    private static final String OTHER_LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Company us;
    private final SpringTemplateEngine engine = engine();

    ContractPdf(Company us) {
        this.us = us;
    }

    public byte[] make(ContractFacts facts) {
        String html = engine.process(
                "contract",
                new Context(
                        Locale.ENGLISH,
                        Map.of(
                                "c", facts,
                                "us", us,
                                "model", model(facts.model(), false),
                                "modelIndonesian", model(facts.model(), true),
                                "price", price(facts.pricePerMonth()),
                                "partnerShare", percent(facts.partnerShare()),
                                "ourShare", percent(facts.ourShare()),
                                "date", facts.date().format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)),
                                "dateIndonesian",
                                        facts.date().format(DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN)))));
        try (var bytes = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .withHtmlContent(html, null)
                    .useUriResolver((base, uri) -> null)
                    .useFont(ContractPdf::otherLetters, "Other Letters")
                    .withProducer(us.name())
                    .toStream(bytes)
                    .run();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Rupiah as people write it, without the decimals nobody uses. */
    static String price(MonetaryAmount amount) {
        BigDecimal number = amount.getNumber().numberValueExact(BigDecimal.class);
        String currency = amount.getCurrency().getCurrencyCode();
        NumberFormat format = NumberFormat.getNumberInstance(INDONESIAN);
        format.setMaximumFractionDigits("IDR".equals(currency) ? 0 : 2);
        return ("IDR".equals(currency) ? "Rp" : currency) + " " + format.format(number);
    }

    private static String percent(BigDecimal share) {
        return share.stripTrailingZeros().toPlainString() + "%";
    }

    private static String model(String model, boolean indonesian) {
        return switch (model) {
            case "RESELLER" -> indonesian ? "penjualan kembali (reseller)" : "reseller";
            case "INTEGRATION" -> indonesian ? "integrasi" : "integration";
            case "WHITE_LABEL" -> "white-label";
            case "REFERRAL" -> indonesian ? "rujukan (referral)" : "referral";
            default -> throw new IllegalArgumentException("No contract text for the model " + model);
        };
    }

    /** For names in letters the built-in fonts of PDF do not have. */
    private static InputStream otherLetters() {
        return PDDocument.class.getResourceAsStream(OTHER_LETTERS);
    }

    private static SpringTemplateEngine engine() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/negotiation/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
