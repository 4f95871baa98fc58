package dev.atelier.api.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import dev.atelier.api.ApiSettings;
import dev.atelier.api.problem.Refusal;
import dev.atelier.api.problem.Refused;

/** Reads a JSON body whole, but never more than the limit, and keeps its bytes for the request's fingerprint. */
@RestControllerAdvice
class BodyReading extends RequestBodyAdviceAdapter {
    private static final String ATTRIBUTE = BodyReading.class.getName();
    private final int most;

    BodyReading(ApiSettings settings) {
        most = Math.toIntExact(settings.maxBody().toBytes());
    }

    static byte[] bytes(RequestAttributes request) {
        return request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof byte[] read
                ? read
                : new byte[0];
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) throws IOException {
        byte[] bytes = message.getBody().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Refused(Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "payload_too_large",
                    "A JSON body may have at most " + most + " bytes; upload files to /v1/assets."));
        }
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, bytes, RequestAttributes.SCOPE_REQUEST);
        return new Read(message.getHeaders(), bytes);
    }

    private record Read(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
