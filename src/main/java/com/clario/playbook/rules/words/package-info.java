/** Rules in plain English: a row as a sentence, and what differs between two versions. */
package com.clario.playbook.rules.words;
