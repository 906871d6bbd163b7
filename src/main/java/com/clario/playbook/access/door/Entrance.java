package com.clario.playbook.access.door;

import com.clario.playbook.access.knock.Knock;
import com.clario.playbook.access.knock.KnownBrowsers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Leads whoever has signed in to where they wanted to go, and remembers their browser. */
@Component
class Entrance extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownBrowsers browsers;

    Entrance(KnownBrowsers browsers) {
        this.browsers = browsers;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        var cookie = browsers.welcome(person.getName(), Knock.of(request), request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        super.onAuthenticationSuccess(request, response, person);
    }
}
