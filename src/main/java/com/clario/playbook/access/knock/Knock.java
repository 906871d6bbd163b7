package com.clario.playbook.access.knock;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody says a password.
 *
 * @param address the network address, of IPv6 the part one household shares
 * @param browser what the browser's cookie holds; empty where it has none
 */
public record Knock(String address, Optional<String> browser) {

    static final String COOKIE = "known-browser";

    private static final int HOUSEHOLD_BYTES = 8;

    public static Knock of(HttpServletRequest request) {
        return new Knock(household(request.getRemoteAddr()), browser(request));
    }

    private static Optional<String> browser(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String household(String address) {
        try {
            var known = InetAddress.getByName(address);
            return known instanceof Inet6Address
                    ? HexFormat.ofDelimiter(":").formatHex(known.getAddress(), 0, HOUSEHOLD_BYTES)
                    : known.getHostAddress();
        } catch (UnknownHostException unreadable) {
            return "unknown";
        }
    }
}
