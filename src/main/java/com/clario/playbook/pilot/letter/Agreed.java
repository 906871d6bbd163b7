package com.clario.playbook.pilot.letter;

/** What two companies have agreed on so far: told by the room that keeps the terms, which lies above this one. */
public interface Agreed {

    /**
     * What the customers are to be offered.
     *
     * @param price what a customer pays per month, as people write it; empty where nothing is sold together
     */
    record Offer(String product, String price) {}

    Offer of(String partnership);
}
