/** What was found out about candidates, answer by answer, with its sources. */
package com.clario.playbook.identify.research;
