package dev.atelier.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.springframework.web.bind.annotation.RestController;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.atelier.api", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule no_package_leads_back_to_itself = slices().matching("dev.atelier.api.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule rows_are_reached_through_use_cases_only = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule the_old_json_is_the_describers_alone = noClasses().that()
            .resideOutsideOfPackage("..openapi..").should().dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule controllers_are_nobodys_business = classes().that().areAnnotatedWith(RestController.class)
            .should().bePackagePrivate();

    @ArchTest
    static final ArchRule there_is_one_clock = noClasses().should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");
}
