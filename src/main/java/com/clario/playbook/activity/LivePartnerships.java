package com.clario.playbook.activity;

/** Tells whether a partnership is live, so that what it reports counts; the launch knows. */
public interface LivePartnerships {

    boolean isLive(String partnership);
}
