# syntax=docker/dockerfile:1
# The production application: docker build -t atelier .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -DskipTests -pl worker,embedded -am package \
 && mkdir -p /out/sandbox \
 && cp worker/target/atelier.jar /out/atelier.jar \
 && tr ':' '\n' < embedded/target/classpath | xargs -I{} cp {} /out/sandbox/

# Practising without a provider: the sandbox alone (docker compose --profile sandbox up).
FROM eclipse-temurin:25-jre AS sandbox
RUN useradd --system --uid 10001 --create-home atelier && install -d -o atelier /var/lib/sandbox
COPY --from=build /out/sandbox /opt/sandbox
USER atelier
EXPOSE 8090
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=5 \
    CMD curl -fsS http://127.0.0.1:8090/_sandbox/health || exit 1
ENTRYPOINT ["java", "-cp", "/opt/sandbox/*", "dev.atelier.sandbox.Sandbox", "--port", "8090", "--state", "/var/lib/sandbox"]

FROM eclipse-temurin:25-jre AS atelier
RUN useradd --system --uid 10001 --create-home atelier && install -d -o atelier /var/lib/atelier
COPY --from=build /out/atelier.jar /opt/atelier/atelier.jar
USER atelier
ENV SERVER_PORT=8080 ATELIER_STORAGE_ROOT=/var/lib/atelier
VOLUME /var/lib/atelier
EXPOSE 8080
# Also a process with the role worker alone answers here.
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=6 \
    CMD curl -fsS "http://127.0.0.1:${SERVER_PORT}/actuator/health/readiness" || exit 1
# exec form: the stop signal reaches Java, which drains before it ends.
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/atelier/atelier.jar"]
