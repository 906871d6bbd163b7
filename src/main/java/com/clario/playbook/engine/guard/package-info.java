/** The only place that touches the engine's internals: everything the engine leaves open is closed here. */
@NamedInterface("guard")
package com.clario.playbook.engine.guard;

import org.springframework.modulith.NamedInterface;
