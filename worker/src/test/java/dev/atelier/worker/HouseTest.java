package dev.atelier.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house, in sentences. */
@AnalyzeClasses(packages = "dev.atelier", importOptions = {ImportOption.DoNotIncludeTests.class,
        HouseTest.NoTestJars.class})
class HouseTest {

    /** Other modules' tests arrive as a jar of their own. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule the_domain_knows_nothing_but_java = classes().that().resideInAPackage("dev.atelier.domain..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.atelier.domain..");

    @ArchTest
    static final ArchRule workflows_know_temporal_and_the_domain = noClasses().that()
            .resideInAPackage("dev.atelier.workflows..").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "okhttp3..", "dev.atelier.db..",
                    "dev.atelier.providers..", "dev.atelier.activities..", "dev.atelier.api..");

    @ArchTest
    static final ArchRule workflows_have_no_clock_no_random_and_no_threads = noClasses().that()
            .resideInAPackage("dev.atelier.workflows..").should().dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock").orShould().dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random").orShould().dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread").orShould().dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..");

    @ArchTest
    static final ArchRule no_policy_is_consulted_in_workflow_code = noClasses().that()
            .resideInAPackage("dev.atelier.workflows..").should().dependOnClassesThat()
            .resideInAnyPackage("dev.atelier.domain.failure..", "dev.atelier.domain.retry..",
                    "dev.atelier.domain.line..",
                    "dev.atelier.domain.account..", "dev.atelier.domain.catalogue..");

    @ArchTest
    static final ArchRule the_database_room_knows_the_domain_alone = noClasses().that()
            .resideInAPackage("dev.atelier.db..").should().dependOnClassesThat().resideInAnyPackage("io.temporal..",
                    "okhttp3..", "dev.atelier.workflows..", "dev.atelier.providers..", "dev.atelier.activities..",
                    "dev.atelier.api..", "org.springframework.web..");

    @ArchTest
    static final ArchRule providers_know_the_domain_and_http = noClasses().that()
            .resideInAPackage("dev.atelier.providers..").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.temporal..", "java.sql..", "javax.sql..",
                    "dev.atelier.db..", "dev.atelier.workflows..", "dev.atelier.activities..", "dev.atelier.api..");

    @ArchTest
    static final ArchRule the_api_does_not_know_how_steps_are_done = noClasses().that()
            .resideInAPackage("dev.atelier.api..").should().dependOnClassesThat()
            .resideInAnyPackage("dev.atelier.activities..", "dev.atelier.worker..", "java.sql..");

    @ArchTest
    static final ArchRule steps_know_neither_the_api_nor_the_worker = noClasses().that()
            .resideInAPackage("dev.atelier.activities..").should().dependOnClassesThat()
            .resideInAnyPackage("dev.atelier.api..", "dev.atelier.worker..", "java.sql..");

    @ArchTest
    static final ArchRule no_transaction_opens_outside_the_database_room = noClasses().that()
            .resideOutsideOfPackage("dev.atelier.db..").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework.transaction.annotation..",
                    "org.springframework.transaction.support..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule repositories_are_not_public = classes().that()
            .areAssignableTo("org.springframework.data.repository.Repository").should().notBePublic();

    @ArchTest
    static final ArchRule nobody_reads_a_clock_of_his_own = noClasses().that()
            .resideInAnyPackage("dev.atelier.domain..", "dev.atelier.db..", "dev.atelier.activities..",
                    "dev.atelier.providers..")
            .should().callMethod("java.time.Instant", "now").orShould().callMethod("java.time.LocalDate", "now")
            .orShould().callMethod("java.lang.System", "currentTimeMillis").orShould()
            .callMethod("java.time.Clock", "systemUTC");

    @ArchTest
    static final ArchRule fields_are_not_injected = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    /** The application looks through this package too, and would take a command's wiring for its own. */
    @ArchTest
    static final ArchRule the_application_finds_nothing_of_the_commands = noClasses().that()
            .resideInAPackage("dev.atelier.worker.command..").should()
            .beMetaAnnotatedWith("org.springframework.stereotype.Component");

    @ArchTest
    static final ArchRule no_cycle_between_packages = slices().matching("dev.atelier.(*).(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule the_test_server_and_the_sandbox_are_not_on_board = noClasses().should()
            .dependOnClassesThat().resideInAnyPackage("io.temporal.testing..", "io.temporal.testserver..",
                    "dev.atelier.sandbox..", "io.zonky..");
}
