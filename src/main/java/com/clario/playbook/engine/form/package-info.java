/** What a task's form allows: the check the browser makes, made again where nobody can go around it. */
@NamedInterface("form")
package com.clario.playbook.engine.form;

import org.springframework.modulith.NamedInterface;
