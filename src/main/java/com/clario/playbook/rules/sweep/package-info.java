/** Looks over whole tables for what no single cell shows: gaps, overlaps, and rows that can never fire. */
package com.clario.playbook.rules.sweep;
