package dev.atelier.embedded.database;

import dev.atelier.embedded.place.Place;
import java.util.List;

/** The one database of the house: its server as a part that can be started, and its addresses. */
public interface Database {
    /** What the server's plug is called. */
    String part();

    int port();

    String user();

    String password();

    String jdbc();

    /** The form other tools take. */
    String url();

    /** A JDBC address that lets in as soon as the server does, before this database exists. */
    String serverReady();

    /** Makes the data folder unless an earlier run did. Answers the words that start the server on it. */
    List<String> prepared(Place place);

    /** The signal by which the server ends in order without waiting for its clients. */
    String stop();

    void createUnlessThere();
}
