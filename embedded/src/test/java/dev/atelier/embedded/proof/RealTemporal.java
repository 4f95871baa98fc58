package dev.atelier.embedded.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A proof in the whole house: real processes, real database, real Temporal server. The house is shared by all classes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-temporal")
@ExtendWith(StandingHouse.class)
@interface RealTemporal {
}
