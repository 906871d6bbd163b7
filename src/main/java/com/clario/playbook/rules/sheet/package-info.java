/** A rule set as a workbook for Excel, and back to exactly the same cells. */
package com.clario.playbook.rules.sheet;
