package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.catalogue.Input;

/** Texts that databases choke on come back as they went, or are refused with nothing left behind. */
abstract class AwkwardTextContract extends JobContract {

    @Test
    void characters_of_four_bytes_come_back_as_they_went() {
        String odd = "🌕 👩🏽‍🚀 𠮷野家 \uFEFF a\u0301 \u202E fox \\ ' \" %_";

        JobView read = read(post(odd, Map.of("note 🌕", odd)).id());

        assertThat(read.input().prompt()).isEqualTo(odd);
        assertThat(read.metadata()).containsEntry("note 🌕", odd);
    }

    /** The interface refuses it by its limits; the rows themselves would bear it. */
    @Test
    void ten_megabytes_are_kept_whole() {
        String long10 = "a fox, 月光 ".repeat(10 * 1024 * 1024 / 14);

        JobView read = read(post(long10, Map.of()).id());

        assertThat(read.input().prompt()).isEqualTo(long10);
    }

    /** No client gets here with one: the interface names the field. PostgreSQL could not hold it. */
    @Test
    void a_nul_is_kept_or_refused_with_nothing_left_behind() {
        String nul = "a\0b";
        if (db.get(Dialect.class).vendor().equals("postgresql")) {
            assertThatThrownBy(() -> post(nul, Map.of())).isInstanceOf(DataAccessException.class);
            assertThat(db.sql().sql("select count(*) from generation_jobs").query(Integer.class).single()).isZero();
        } else {
            assertThat(read(post(nul, Map.of()).id()).input().prompt()).isEqualTo(nul);
        }
    }

    @Test
    void what_is_no_json_never_gets_into_a_column_of_json() {
        JobView job = post("a fox", Map.of());

        for (String broken : List.of("{\"prompt\": ", "fox", "")) {
            assertThatThrownBy(() -> db.sql().sql("update generation_jobs set input = ? where id = ?").param(broken)
                    .param(job.id()).update()).as(broken).isInstanceOf(DataAccessException.class);
        }
        assertThat(read(job.id()).input().prompt()).isEqualTo("a fox");
    }

    private JobView post(String prompt, Map<String, String> metadata) {
        Posted posted = db.get(PostingJobs.class).post(new NewJob(org, Ids.next(), "req-1",
                db.get(Catalogue.class).find(IMAGE).orElseThrow(),
                new Input(prompt, null, List.of(), null, null, null, null, null, "url"), null, 5, null, null, metadata,
                now().plus(Duration.ofHours(24)), null, null));
        return ((Posted.New) posted).job();
    }

    private JobView read(String id) {
        return db.get(ReadingJobs.class).find(org, id).orElseThrow();
    }
}
