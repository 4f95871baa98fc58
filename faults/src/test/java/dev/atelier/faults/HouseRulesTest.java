package dev.atelier.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who breaks the house is no part of it. */
@AnalyzeClasses(packages = "dev.atelier", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule nobody_knows_who_breaks_the_house = noClasses().that()
            .resideOutsideOfPackage("dev.atelier.faults..").should().dependOnClassesThat()
            .resideInAPackage("dev.atelier.faults..");

    @ArchTest
    static final ArchRule faults_come_from_outside_not_through_the_rooms_insides = noClasses().that()
            .resideInAPackage("dev.atelier.faults..").should().dependOnClassesThat()
            .resideInAnyPackage("dev.atelier.activities..", "dev.atelier.api..", "dev.atelier.worker..",
                    "dev.atelier.providers..", "org.springframework..");

    @ArchTest
    static final ArchRule packages_know_one_another_in_one_direction = slices().matching("dev.atelier.faults.(*)..")
            .should().beFreeOfCycles();
}
