/** The contract as a document: its text in two languages, set as a PDF. */
package com.clario.playbook.negotiation.contract;
