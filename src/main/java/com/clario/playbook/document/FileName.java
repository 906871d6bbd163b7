package com.clario.playbook.document;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the name of an uploaded file safe to show, to store and to download under. */
final class FileName {

    private static final int LONGEST = 120;
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029\"<>:|?*;%`$]");

    private FileName() {}

    static String clean(String name, FileType type) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe =
                UNSAFE.matcher(last).replaceAll(" ").replaceAll("\\s+", " ").strip();
        String stem = withoutEnding(safe, type).replaceAll("^[. ]+|[. ]+$", "");
        if (stem.length() > LONGEST) {
            stem = stem.substring(0, LONGEST).strip();
        }
        return (stem.isBlank() ? "document" : stem) + "." + type.ending();
    }

    private static String withoutEnding(String name, FileType type) {
        int dot = name.lastIndexOf('.');
        boolean known =
                dot >= 0 && type.endings().contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        return known ? name.substring(0, dot) : name;
    }
}
