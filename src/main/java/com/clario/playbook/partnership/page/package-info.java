/** The pages of a case: what starts and moves it, and the parts other rooms add to it. */
@NamedInterface("page")
package com.clario.playbook.partnership.page;

import org.springframework.modulith.NamedInterface;
