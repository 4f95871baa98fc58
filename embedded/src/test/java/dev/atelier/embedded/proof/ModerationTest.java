package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A rule that an operator writes into a running house is obeyed, and nothing it blocks is paid. */
@RealTemporal
@Order(5)
class ModerationTest {
    private final RealHouse house;

    ModerationTest(RealHouse house) {
        this.house = house;
    }

    @AfterEach
    void withoutRules() {
        house.rows().run("delete from moderation_rules where rule_set = 'proof'");
    }

    @Test
    void a_blocked_prompt_reaches_no_provider_and_its_job_says_why() {
        house.rows().run("""
                insert into moderation_rules (id, rule_set, name, kind, match_any, decision, severity, tag, status)
                values ('%s', 'proof', 'words', 'keyword', '["forbiddenword"]', 'block', 'high', 'words', 'active')
                """.formatted(UUID.randomUUID()));
        Jobs.Posted[] blocked = new Jobs.Posted[1];
        RealHouse.until("the rule is known to the worker", Duration.ofSeconds(30), () -> {
            blocked[0] = house.jobs().post("image", "forbiddenword");
            return house.jobs().end(blocked[0], Duration.ofSeconds(20)).equals("failed");
        });
        assertThat(house.jobs().read(blocked[0]).path("error").path("code").asString()).isEqualTo("content_blocked");
        assertThat(house.jobs().read(blocked[0]).path("error").path("message").asString()).contains("proof/words");
        assertThat(house.journal().paidSubmits(blocked[0])).isZero();
        assertThat(house.jobs().submissions(blocked[0])).isEmpty();
        assertThat(house.rows().one("""
                select p.moderation_status, (select count(*) from moderation_events e
                                              where e.subject_id = p.id and e.decision = 'block') as events
                  from prompts p join generation_jobs j on j.prompt_id = p.id where j.id = '%s'
                """.formatted(blocked[0].id()))).containsEntry("moderation_status", "block")
                .containsEntry("events", "1");
        assertThat(house.jobs().end(house.jobs().post("image"), Duration.ofSeconds(20))).isEqualTo("succeeded");
    }
}
