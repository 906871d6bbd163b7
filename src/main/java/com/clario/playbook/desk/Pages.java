package com.clario.playbook.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Dates and numbers appear as the reader's browser asks: the English or the Indonesian way. */
@Configuration(proxyBeanMethods = false)
class Pages {

    @Bean
    LocaleResolver localeResolver() {
        var reader = new AcceptHeaderLocaleResolver();
        reader.setSupportedLocales(List.of(Locale.ENGLISH, Locale.forLanguageTag("id")));
        reader.setDefaultLocale(Locale.ENGLISH);
        return reader;
    }
}
