package dev.atelier.api.problem;

import java.io.IOException;

import org.apache.catalina.connector.ClientAbortException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import jakarta.servlet.http.HttpServletRequest;

/** The one place where exceptions of controllers become answers. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> refuse(Exception thrown, HttpServletRequest request) {
        Refusal refusal = Refusals.of(thrown);
        return ResponseEntity.status(refusal.status()).headers(refusal.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problem.of(refusal, RequestId.of(request)));
    }

    /** Nobody is there any more to be answered. */
    @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
    void gone(IOException thrown) {
    }
}
