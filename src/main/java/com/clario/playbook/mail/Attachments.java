package com.clario.playbook.mail;

/** Where the files of attachments come from: told by the room that keeps them, which lies above this one. */
public interface Attachments {

    Attachment attachment(long documentId);

    /** A file as it goes out with a mail. */
    record Attachment(String name, String type, byte[] content) {}
}
