package com.clario.playbook.access.door;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the one page where everybody signs in, with the sentence that says why somebody was not let in. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login(HttpServletRequest request, Model page) {
        var session = request.getSession(false);
        if (session != null
                && request.getParameter("error") != null
                && session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION)
                        instanceof BadCredentialsException refused) {
            page.addAttribute("sentence", refused.getMessage());
        }
        return "access/login";
    }
}
