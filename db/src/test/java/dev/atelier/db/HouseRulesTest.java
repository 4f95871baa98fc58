package dev.atelier.db;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import dev.atelier.db.dialect.Transactions;

@AnalyzeClasses(packages = "dev.atelier.db", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule repositories_are_nobody_elses_business = classes().that().haveSimpleNameEndingWith("Rows")
            .should().bePackagePrivate();

    @ArchTest
    static final ArchRule transactions_begin_in_one_place = noClasses().that().areNotAssignableTo(Transactions.class)
            .should().dependOnClassesThat().areAssignableTo(TransactionTemplate.class).orShould()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule there_is_no_clock_but_the_injected_one = noClasses().should()
            .callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC").orShould()
            .callMethod(Clock.class, "systemDefaultZone").orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule packages_know_one_another_in_one_direction = slices().matching("dev.atelier.db.(*)..")
            .should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_lies_below_does_not_know_what_lies_above = noClasses().that()
            .resideInAnyPackage("..dialect..", "..secret..", "..audit..", "..tenant..", "..catalogue..", "..account..",
                    "..asset..", "..moderation..")
            .should().dependOnClassesThat().resideInAnyPackage("..db.attempt..", "..db.job..", "..db.storyboard..",
                    "..db.webhook..");
}
