package com.clario.playbook.mail;

import com.clario.playbook.engine.Refusal;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/**
 * A mail to one person, about one partnership, with at most one document attached; its kind is the name of its template.
 */
public record Mail(String to, String subject, String text, String about, String kind, Long documentId) {

    static final int LONGEST_TEXT = 20_000;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    public Mail {
        if (!isAddress(to)) {
            throw new Refusal("A mail needs one valid address to go to, such as name@company.com.");
        }
        oneLine(subject, 200, "subject");
        oneLine(kind, 40, "kind");
        if (about != null) {
            oneLine(about, 60, "partnership");
        }
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Refusal("A mail needs a text of at most 20,000 characters.");
        }
    }

    /** Whether this is one plain address a mail can go to. */
    public static boolean isAddress(String address) {
        if (address == null
                || address.length() > 254
                || !ADDRESS.matcher(address).matches()) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException notAnAddress) {
            return false;
        }
    }

    /** An address as a person typed it into a field; whatever is kept for writing to somebody comes through here. */
    public static String address(String field, String typed) {
        var address = typed == null ? "" : typed.strip();
        if (!isAddress(address)) {
            throw new Refusal(field + ": “" + address + "” is not an address such as name@company.com.");
        }
        return address;
    }

    private static void oneLine(String value, int longest, String what) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new Refusal("A mail needs a " + what + " of at most " + longest + " characters.");
        }
        if (CONTROL.matcher(value).find()) {
            throw new Refusal("The " + what + " of a mail is one line, without line breaks.");
        }
    }
}
