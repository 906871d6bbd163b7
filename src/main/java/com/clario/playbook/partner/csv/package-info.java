/** Partners in and out as a CSV file: shown first, then imported as shown, and exported so that it comes back as it was. */
package com.clario.playbook.partner.csv;
