/** The versions of rule sets: added after approval, never changed, compiled ahead of their time. */
package com.clario.playbook.rules.version;
