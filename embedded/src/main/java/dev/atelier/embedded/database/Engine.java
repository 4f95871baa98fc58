package dev.atelier.embedded.database;

/** Which database the house stands on. */
public enum Engine {
    POSTGRES, MYSQL
}
