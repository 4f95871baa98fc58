package dev.atelier.faults.peers;

import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.show.Rest;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a person decides costs what it says: a retry one submit more, an adoption none. */
record Deciding(RealHouse house, Progress progress, List<Row> rows) {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    boolean show(List<Jobs.Posted> parked) {
        return retried(parked.stream().limit(5).toList()) & adopted();
    }

    private boolean retried(List<Jobs.Posted> parked) {
        int before = house.journal().paid(parked);
        boolean heard = parked.stream().allMatch(job -> house.jobs().say(job, "retry").status() == 202);
        boolean made = parked.stream().allMatch(job -> house.jobs().end(job, PATIENCE).equals("succeeded"));
        int more = house.journal().paid(parked) - before;
        progress.step("retry", "of " + parked.size() + " parked images: " + more + " more submits, "
                + (made ? "all succeeded" : "NOT all succeeded"));
        return heard && made && more == parked.size();
    }

    /** The provider's list is broken for as long as it takes to give up looking. */
    private boolean adopted() {
        Rest sandbox = new Rest(house.wiring().sandbox(), "none");
        ObjectNode broken = JsonMapper.shared().createObjectNode().put("operation", "list").put("word", "500")
                .put("times", 10_000);
        sandbox.post("/_sandbox/faults", broken);
        Jobs.Posted video = house.jobs().post("video", "submit=drop_after_accept");
        RealHouse.until("its search is given up", PATIENCE, () -> !house.jobs().attention(video).isEmpty());
        sandbox.delete("/_sandbox/faults");
        int status = new Rest(house.wiring().api(), house.wiring().keys().api()).post(
                "/v1/jobs/" + video.id() + "/adopt", JsonMapper.shared().createObjectNode().put("reason", "seen there")
                        .put("remote_task_id", house.journal().tasks(video).getFirst()))
                .status();
        // The search may have found it by itself the moment the list was whole again: then there is nothing to adopt.
        String end = house.jobs().end(video, PATIENCE);
        int submits = house.journal().paidSubmits(video);
        progress.step("adopt", "of a parked video answered " + status + ": " + end + ", " + (submits - 1)
                + " more submits");
        return end.equals("succeeded") && submits == 1;
    }
}
