/** The monthly review: the months it is about, their figures by model, the rules' judgement and the verdict. */
@NamedInterface("review")
package com.clario.playbook.optimize.review;

import org.springframework.modulith.NamedInterface;
