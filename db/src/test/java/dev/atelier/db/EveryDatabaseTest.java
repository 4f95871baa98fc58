package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.atelier.db.testing.TestDatabase;

/** No contract leaves a database out, and what is called MySQL is MySQL. */
class EveryDatabaseTest {

    private static final List<String> DATABASES = List.of("MariaDb", "MySql", "Postgres");

    @Test
    void each_contract_is_tested_on_each_database() {
        Map<String, Set<String>> tested = new TreeMap<>();
        for (JavaClass test : new ClassFileImporter().importPackages("dev.atelier.db")) {
            String name = test.getSimpleName();
            if (name.matches(".+On(" + String.join("|", DATABASES) + ")Test")) {
                int on = name.lastIndexOf("On");
                tested.computeIfAbsent(test.getPackageName() + "." + name.substring(0, on), key -> new TreeSet<>())
                        .add(name.substring(on + 2, name.length() - 4));
            }
        }

        assertThat(tested).hasSizeGreaterThan(20)
                .allSatisfy((contract, on) -> assertThat(on).as(contract).containsExactlyElementsOf(DATABASES));
    }

    @Test
    void mysql_is_not_played_by_another() {
        try (TestDatabase database = TestDatabase.mySql()) {
            assertThat(database.server()).matches("MySQL (8\\.4|9|[1-9]\\d).*").doesNotContain("Maria");
        }
    }
}
