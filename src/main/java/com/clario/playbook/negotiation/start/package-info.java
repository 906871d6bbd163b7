/** When a version of the terms takes effect and what it replaces: its contract says it, its signature keeps it. */
@NamedInterface("start")
package com.clario.playbook.negotiation.start;

import org.springframework.modulith.NamedInterface;
