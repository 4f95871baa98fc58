package dev.atelier.embedded.process;

import dev.atelier.embedded.port.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Asks a part whether it does its work yet; a part that merely listens is not ready. */
public final class Readiness {
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {
    }

    /** @param address {@code http://…} answers 2xx · {@code jdbc:…} lets in · {@code tcp://127.0.0.1:port} accepts */
    public static boolean of(String address) {
        if (address.startsWith("jdbc:"))
            return letsIn(address);
        URI uri = URI.create(address);
        return uri.getScheme().equals("tcp") ? Ports.answers(uri.getPort()) : answers(uri);
    }

    private static boolean answers(URI uri) {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean letsIn(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
