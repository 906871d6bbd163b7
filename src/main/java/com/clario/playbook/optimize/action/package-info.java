/** What was promised in reviews: who does it until when, what became of it, and who is reminded. */
@NamedInterface("action")
package com.clario.playbook.optimize.action;

import org.springframework.modulith.NamedInterface;
