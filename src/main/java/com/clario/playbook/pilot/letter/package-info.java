/** The pilot letter: what two companies sign before their customers try anything. */
@NamedInterface("letter")
package com.clario.playbook.pilot.letter;

import org.springframework.modulith.NamedInterface;
