/** The contract as a document: its text in two languages, set as a PDF, and what legal said about it. */
package com.clario.playbook.negotiation.contract;
