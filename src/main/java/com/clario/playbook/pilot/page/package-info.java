/** What the case page shows of a pilot, and the button that ends it. */
package com.clario.playbook.pilot.page;
