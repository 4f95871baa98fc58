package dev.atelier.mesh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private final JavaClasses mesh = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.atelier");

    @Test
    void the_library_knows_nothing_of_jobs_nor_of_any_framework() {
        noClasses().that().resideInAPackage("dev.atelier.mesh..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.atelier.domain..", "dev.atelier.workflows..", "dev.atelier.db..",
                        "dev.atelier.providers..", "dev.atelier.activities..", "dev.atelier.api..",
                        "dev.atelier.worker..", "dev.atelier.embedded..", "org.springframework..", "io.temporal..",
                        "java.sql..")
                .check(mesh);
    }

    @Test
    void no_two_packages_need_each_other() {
        slices().matching("dev.atelier.mesh.(*)..").should().beFreeOfCycles().check(mesh);
    }
}
