package com.clario.playbook.partner.likeness;

import java.util.Locale;
import java.util.Set;

/** What tells addresses apart, without the many ways in which one is written, and names but for a slip. */
final class Plain {

    private static final Set<String> SHARED_HOSTS = Set.of(
            "facebook.com",
            "instagram.com",
            "linkedin.com",
            "linktr.ee",
            "wa.me",
            "tiktok.com",
            "youtube.com",
            "x.com",
            "tokopedia.com",
            "shopee.co.id",
            "sites.google.com",
            "github.com");

    private static final Set<String> FREEMAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.co.id",
            "ymail.com",
            "rocketmail.com",
            "outlook.com",
            "outlook.co.id",
            "hotmail.com",
            "live.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "proton.me",
            "protonmail.com",
            "gmx.com",
            "mail.com",
            "zoho.com");

    /** From this length on two slips are one name, below it one. */
    private static final int LONG_NAME = 9;

    private static final int SHORTEST_WITH_SLIP = 5;

    static final int MOST_SLIPS = 2;

    private Plain() {}

    /** The host of a website; on hosts that many share, with what follows. */
    static String site(String website) {
        var bare = website.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z][a-z0-9+.-]*://", "")
                .replaceFirst("^[^/@]*@", "")
                .replaceFirst("^(www|m)\\.", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/+$", "");
        var host = bare.replaceFirst("[:/].*$", "");
        return SHARED_HOSTS.contains(host) ? bare : host;
    }

    /** The company's part of an address; nothing where it belongs to a provider of free mail. */
    static String domain(String mail) {
        var domain = mail.substring(mail.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return FREEMAIL.contains(domain) ? "" : domain;
    }

    /** Whether one name is the other with a slip of the keyboard; very short names are only ever the same or not. */
    static boolean isSlip(String one, String other) {
        var longer = Math.max(one.length(), other.length());
        var shorter = Math.min(one.length(), other.length());
        if (longer < SHORTEST_WITH_SLIP) {
            return false;
        }
        return distance(one, other) <= (shorter >= LONG_NAME ? MOST_SLIPS : 1);
    }

    /** How many letters are wrong, missing, too many, or swapped with their neighbour. */
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        var same = one.charAt(i - 1) == other.charAt(j - 1);
        var least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
        var swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
