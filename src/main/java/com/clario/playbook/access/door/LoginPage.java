package com.clario.playbook.access.door;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the one page where everybody signs in. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login() {
        return "access/login";
    }
}
