package dev.atelier.db.account;

/** What the pool needs of the lines: whoever changes the supply locks first, serves last, in one transaction. */
public interface Lines {

    void lock(String provider);

    void serve(String provider);
}
