package dev.atelier.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.database.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void nothing_said_means_run_and_stay_up() {
        assertThat(CommandLine.read()).isEqualTo(new Command.Run(false, false, false, Engine.POSTGRES));
    }

    @Test
    void flags_may_come_together_in_any_order() {
        assertThat(CommandLine.read("--exit", "--fresh", "--split"))
                .isEqualTo(new Command.Run(true, true, true, Engine.POSTGRES));
        assertThat(CommandLine.read("--split", "--exit"))
                .isEqualTo(new Command.Run(true, true, false, Engine.POSTGRES));
    }

    @Test
    void mysql_is_a_flag_like_the_others() {
        assertThat(CommandLine.read("--mysql", "--split"))
                .isEqualTo(new Command.Run(true, false, false, Engine.MYSQL));
    }

    @Test
    void a_plug_is_pulled_gently_or_hard() {
        assertThat(CommandLine.read("stop", "worker-1")).isEqualTo(new Command.Stop("worker-1", false));
        assertThat(CommandLine.read("stop", "worker-1", "--kill")).isEqualTo(new Command.Stop("worker-1", true));
        assertThat(CommandLine.read("stop", "--kill", "worker-1")).isEqualTo(new Command.Stop("worker-1", true));
        assertThat(CommandLine.read("start", "worker-1")).isEqualTo(new Command.Start("worker-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--splt", "split", "--mysq", "start", "stop", "stop --kill", "stop a b", "start a b",
            "start --kill"})
    void what_it_does_not_know_is_refused_and_not_skipped(String words) {
        assertThat(CommandLine.read(words.split(" "))).isInstanceOf(Command.Refused.class);
    }

    @Test
    void a_refusal_names_the_word() {
        assertThat(CommandLine.read("--exit", "--verbos")).isInstanceOfSatisfying(Command.Refused.class,
                refused -> assertThat(refused.why()).contains("'--verbos'", "./demo --help"));
    }
}
