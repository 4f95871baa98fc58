package dev.atelier.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private final JavaClasses sandbox = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.atelier");

    @Test
    void the_sandbox_knows_nothing_of_the_rest_of_atelier() {
        noClasses().that().resideInAPackage("dev.atelier.sandbox..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.atelier.domain..", "dev.atelier.workflows..", "dev.atelier.db..",
                        "dev.atelier.providers..", "dev.atelier.activities..", "dev.atelier.api..",
                        "dev.atelier.worker..", "dev.atelier.embedded..", "org.springframework..", "io.temporal..")
                .check(sandbox);
    }

    @Test
    void no_two_packages_need_each_other() {
        slices().matching("dev.atelier.sandbox.(*)..").should().beFreeOfCycles().check(sandbox);
    }
}
