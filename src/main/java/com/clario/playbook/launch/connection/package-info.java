/** The connection of a partner's systems: its API keys, what came in with them, and the page for both. */
package com.clario.playbook.launch.connection;
