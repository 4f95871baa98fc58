package dev.atelier.worker.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.atelier.worker.settings.Need;

/** What the command line knows of a {@link Command} before it is made: so that help needs no database. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Named {

    String value();

    /** One line. */
    String summary();

    /** The words after the name; empty: none. */
    String usage() default "";

    /** Settings it cannot do without. A database, storage and secrets together bring all use cases of {@code db}. */
    Need[] needs() default {Need.DATABASE, Need.STORAGE, Need.SECRETS};

    /** Further configurations, for beans that the database's room does not have. */
    Class<?>[] with() default {};

    /** False: it takes the database as it finds it, however old. */
    boolean upToDate() default true;
}
