package dev.atelier.providers.http;

import dev.atelier.domain.failure.ErrorKind;
import okhttp3.Headers;

/** What came of asking once. Only {@link NeverLeft} proves that the other side has seen nothing. */
public sealed interface Reply {

    /** A whole answer, whatever it says. */
    record Heard(int status, Headers headers, byte[] body) implements Reply {

        public boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /** No byte of the request was written: no address, no connection, no TLS, or too late. */
    record NeverLeft(ErrorKind kind, String why) implements Reply {
    }

    /** The request left, wholly or partly, and no whole answer came back. */
    record Lost(ErrorKind kind, String why, int status) implements Reply {
    }

    default int httpStatus() {
        return switch (this) {
            case Heard heard -> heard.status();
            case Lost lost -> lost.status();
            case NeverLeft never -> 0;
        };
    }
}
