package com.clario.playbook.rules;

import java.util.List;
import org.springframework.stereotype.Service;

/** Decides cases by the version in force and keeps every decision with its reasons. */
@Service
public class Rules {

    /** Judges the facts by the version in force now and stores the decision in the caller's transaction. */
    public <F> Decision decide(RuleSet<F> set, F facts, String subject) {
        throw new UnsupportedOperationException("follows");
    }

    /** All decisions about a subject (a partnership's code, a round's name), oldest first. */
    public List<Decision> decisions(String subject) {
        throw new UnsupportedOperationException("follows");
    }

    public Decision decision(long id) {
        throw new UnsupportedOperationException("follows");
    }

    /** All versions of a rule set, newest first, also those that start later. */
    public List<Version> versions(RuleSet<?> set) {
        throw new UnsupportedOperationException("follows");
    }
}
