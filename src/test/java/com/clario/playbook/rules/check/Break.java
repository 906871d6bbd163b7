package com.clario.playbook.rules.check;

import java.util.concurrent.atomic.AtomicInteger;

/** What the attacks call; nobody may get here. */
public final class Break {

    static final AtomicInteger TIMES = new AtomicInteger();

    private Break() {}

    public static boolean in() {
        TIMES.incrementAndGet();
        return true;
    }
}
