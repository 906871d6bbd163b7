/** The pages on which managers change rules: the editor, Excel files, and the way to approval. */
package com.clario.playbook.rules.desk.edit;
