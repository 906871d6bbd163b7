package com.clario.playbook.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Why a mail did not go out, and whether trying again can help. */
record MailFailure(String reason, boolean forGood, boolean serverIsAway) {

    private static final int LONGEST_REASON = 400;

    static MailFailure of(Exception failure) {
        List<Throwable> all = new ArrayList<>();
        collect(failure, all);
        OptionalInt answer = all.stream()
                .mapToInt(MailFailure::answer)
                .filter(code -> code > 0)
                .findFirst();
        if (answer.isPresent()) {
            return new MailFailure("The mail server refused it: " + said(all), answer.getAsInt() >= 500, false);
        }
        if (failure instanceof MailAuthenticationException) {
            return new MailFailure("The mail server did not accept our login.", false, true);
        }
        return new MailFailure("The mail server could not be reached: " + said(all), false, true);
    }

    /** Neither the server nor the address is to blame. */
    static MailFailure ours(RuntimeException failure) {
        return new MailFailure("Something went wrong on our side: " + said(List.of(failure)), false, false);
    }

    /** Everything was handed over and only the good-bye went wrong: sending again would double it. */
    static boolean cameAfterSending(Exception failure) {
        return failure instanceof MailSendException send
                && send.getFailedMessages().isEmpty();
    }

    private static void collect(Throwable failure, List<Throwable> all) {
        if (failure == null || all.contains(failure)) {
            return;
        }
        all.add(failure);
        if (failure instanceof MailSendException send) {
            send.getFailedMessages().values().forEach(each -> collect(each, all));
        }
        if (failure instanceof MessagingException messaging) {
            collect(messaging.getNextException(), all);
        }
        collect(failure.getCause(), all);
    }

    private static int answer(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static String said(List<Throwable> all) {
        String last = String.valueOf(all.get(all.size() - 1).getMessage());
        String line = last.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
