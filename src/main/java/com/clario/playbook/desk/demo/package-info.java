/** Fills a first start with the playbook's partners, so that a newcomer finds work in every stage. */
package com.clario.playbook.desk.demo;
