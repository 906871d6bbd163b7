/** What nobody may ask of the engine: queries that run foreign expressions, and drawings from outside. */
package com.clario.playbook.engine.command;
