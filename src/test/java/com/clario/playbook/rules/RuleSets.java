package com.clario.playbook.rules;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** All rule sets the stages register, without the rest of the house. */
public final class RuleSets {

    private RuleSets() {}

    public static List<RuleSet<?>> all() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            // FitRules in a stage's room, but not Rules itself.
            var stage = "com\\.clario\\.playbook\\.(?!rules\\.).*\\.\\w+Rules";
            scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(stage)));
            scanner.scan("com.clario.playbook");
            context.refresh();
            return context.getBeansOfType(RuleSet.class).values().stream()
                    .<RuleSet<?>>map(set -> set)
                    .sorted(Comparator.comparing(RuleSet::name))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    public static <F> RuleSet<F> named(String name, Class<F> facts) {
        return (RuleSet<F>) all().stream()
                .filter(set -> set.name().equals(name) && set.facts() == facts)
                .findFirst()
                .orElseThrow();
    }
}
