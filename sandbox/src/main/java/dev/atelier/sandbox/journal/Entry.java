package dev.atelier.sandbox.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** One request to the provider as it was received. {@code account} is a label, never a whole secret. */
public record Entry(long seq, String at, String provider, Operation operation, String account,
        @JsonProperty("task_id") String taskId,
        @JsonProperty("task_ids") @JsonInclude(JsonInclude.Include.NON_NULL) List<String> taskIds,
        String prompt, Outcome outcome) {

    private static final int LONGEST_PROMPT = 8_000;

    public Entry {
        prompt = prompt != null && prompt.length() > LONGEST_PROMPT ? prompt.substring(0, LONGEST_PROMPT) : prompt;
    }

    public static Entry of(String provider, Operation operation, String account, String taskId, String prompt,
            Outcome outcome) {
        return new Entry(0, null, provider, operation, account, taskId, null, prompt, outcome);
    }

    public static Entry list(String provider, String account, List<String> taskIds, Outcome outcome) {
        return new Entry(0, null, provider, Operation.LIST, account, null, List.copyOf(taskIds), null, outcome);
    }

    Entry numbered(long number, String time) {
        return new Entry(number, time, provider, operation, account, taskId, taskIds, prompt, outcome);
    }

    /** Roughly how many ordinary rows this one is worth in memory: a list of 500 tasks is a heavy row. */
    int weight() {
        int text = prompt == null ? 0 : prompt.length();
        int ids = taskIds == null ? 0 : taskIds.size();
        return 1 + text / 400 + ids / 8;
    }
}
