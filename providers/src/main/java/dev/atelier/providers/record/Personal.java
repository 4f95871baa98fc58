package dev.atelier.providers.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes people out of a text: e-mail addresses, telephone numbers, numbers of identity cards and payment cards. Numbers
 * that carry a check digit are taken for what they are only when it is right, so that ids of tasks stay readable.
 */
final class Personal {

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\w.%+-])[\\w.%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,8}");
    /** Of China, eighteen digits: region, day of birth, order, check digit. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<!\\w)[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\w)");
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])");
    /** Of the networks in use: 13 to 19 digits, in groups or not. */
    private static final Pattern CARD = Pattern.compile(
            "(?<![\\w-])(?:4|5[1-5]|2[2-7]|3[47]|6[025])\\d{0,3}(?:[ -]?\\d{2,6}){2,4}(?![\\w-])");
    /** With its country; of China, mobile or with an area; of North America, in its usual groups. */
    private static final Pattern PHONE = Pattern.compile("(?<![\\w+-])(?:\\+\\d{1,3}(?:[ .()-]{0,2}\\d){6,13}"
            + "|(?:86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}-\\d{7,8}|\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4})"
            + "(?![\\w-])");
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Personal() {
    }

    static String out(String text) {
        String clean = EMAIL.matcher(text).replaceAll("(e-mail)");
        clean = IDENTITY.matcher(clean)
                .replaceAll(
                        found -> isIdentity(found.group()) ? "(id number)" : Matcher.quoteReplacement(found.group()));
        clean = SOCIAL_SECURITY.matcher(clean).replaceAll("(id number)");
        clean = CARD.matcher(clean)
                .replaceAll(found -> isCard(found.group()) ? "(card number)" : Matcher.quoteReplacement(found.group()));
        return PHONE.matcher(clean).replaceAll("(phone number)");
    }

    /** GB 11643: the last character makes the weighted sum 1 modulo 11. */
    private static boolean isIdentity(String digits) {
        int sum = 0;
        for (int at = 0; at < IDENTITY_WEIGHTS.length; at++) {
            sum += (digits.charAt(at) - '0') * IDENTITY_WEIGHTS[at];
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(digits.charAt(17));
    }

    /** Luhn. */
    private static boolean isCard(String written) {
        String digits = written.replaceAll("\\D", "");
        if (digits.length() < 13 || digits.length() > 19) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            sum += at % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
        }
        return sum % 10 == 0;
    }
}
