package com.clario.playbook.journey;

import com.clario.playbook.PlaybookTest;

/** Moka walks from research to the second review on H2. */
@PlaybookTest
class JourneyTests extends WholeWay {}
