/** Lets a case rest until a day and go on exactly where it stood. */
@NamedInterface("pause")
package com.clario.playbook.partnership.pause;

import org.springframework.modulith.NamedInterface;
