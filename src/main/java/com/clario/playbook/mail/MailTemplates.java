package com.clario.playbook.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The words of our mails, in English and Indonesian: the first line of a template is the subject. */
@Component
public class MailTemplates {

    private static final int LONGEST_VALUE = 1_000;
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029]+");

    private final SpringTemplateEngine engine = engine();

    public String subject(String template, Locale language, Map<String, ?> values) {
        String source = source(template, language);
        return oneLine(fill(source.substring(0, source.indexOf('\n')), values), 200);
    }

    public String text(String template, Locale language, Map<String, ?> values) {
        String source = source(template, language);
        return fill(source.substring(source.indexOf('\n')), values).strip() + "\n";
    }

    private String fill(String source, Map<String, ?> values) {
        var missing = PLACEHOLDER
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(name -> values.get(name) == null)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The mail template asks for what it was not given: " + missing);
        }
        Map<String, Object> tame = new LinkedHashMap<>();
        values.forEach((name, value) -> tame.put(name, oneLine(String.valueOf(value), LONGEST_VALUE)));
        return engine.process(source, new Context(Locale.ENGLISH, tame));
    }

    /** A value stays inside its sentence: it can neither start a paragraph of its own nor crowd the others out. */
    private static String oneLine(String value, int longest) {
        String line = BREAKS.matcher(value).replaceAll(" ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1).strip() + "…";
    }

    private static String source(String template, Locale language) {
        if (!NAME.matcher(template).matches()) {
            throw new IllegalArgumentException("Not the name of a mail template: " + template);
        }
        String suffix = "id".equals(language.getLanguage()) ? "id" : "en";
        var file = new ClassPathResource("mail/" + template + "." + suffix + ".txt");
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalArgumentException("There is no mail template " + file.getPath(), missing);
        }
    }

    private static SpringTemplateEngine engine() {
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
