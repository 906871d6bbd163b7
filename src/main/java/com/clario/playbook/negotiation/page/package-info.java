/** What our pages show of terms: their part of the case, and legal's page of standard terms. */
package com.clario.playbook.negotiation.page;
