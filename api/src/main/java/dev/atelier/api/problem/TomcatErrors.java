package dev.atelier.api.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** What Tomcat refuses before any filter sees it, such as an address with a hidden "..": a problem instead of a page. */
@Component
class TomcatErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ProblemWriter problems;

    TomcatErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        TomcatContextCustomizer instead = context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Valve.class.getName());
                host.getPipeline().addValve(new Valve(problems));
            }
        };
        factory.addContextCustomizers(instead);
    }

    static final class Valve extends ErrorReportValve {
        private final ProblemWriter problems;

        Valve(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            if (RequestId.of(request) == null) {
                response.setHeader(RequestId.HEADER, RequestId.give(request));
            }
            try {
                problems.write(Refusals.ofStatus(HttpStatusCode.valueOf(response.getStatus()), null), request,
                        response);
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("nobody there to be told", gone);
            }
        }
    }
}
