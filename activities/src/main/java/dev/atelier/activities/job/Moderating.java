package dev.atelier.activities.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.SendingAttempts;
import dev.atelier.db.moderation.NotingJudgements;
import dev.atelier.db.moderation.NotingJudgements.Remark;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.providers.moderation.AskingModerator;
import dev.atelier.providers.moderation.Moderated;

/** Asks the moderator outside the house, if there is one, before the intent to send: what it blocks was never sent. */
@Component
class Moderating {

    sealed interface Verdict {
    }

    record Passed() implements Verdict {
    }

    record Blocked(String why) implements Verdict {
    }

    record Held(String why) implements Verdict {
    }

    private final AskingModerator moderator;
    private final ModerationPolicy policy;
    private final NotingJudgements noting;

    Moderating(AskingModerator moderator, ModerationPolicy policy, NotingJudgements noting) {
        this.moderator = moderator;
        this.policy = policy;
        this.noting = noting;
    }

    /** @param images of the input, in its order, as a provider may fetch them */
    Verdict of(AttemptRef attempt, SendingAttempts.Plan plan, List<String> images) {
        if (!moderator.configured()) {
            return new Passed();
        }
        List<Remark> remarks = new ArrayList<>();
        String down = null;
        for (Question question : questions(plan.input(), images)) {
            Beating.once();
            switch (question.text() != null ? moderator.ofText(question.text()) : moderator.ofImage(question.image())) {
                case Moderated.Judged judged -> remarks.add(new Remark(question.assetId(),
                        judged.flagged() ? policy.flagged() : Ruling.ALLOW, judged.categories()));
                case Moderated.Unavailable unavailable -> {
                    down = unavailable.why();
                    remarks.add(new Remark(question.assetId(), whenDown(), Set.of("moderator-down")));
                }
            }
            if (down != null && policy.down() != ModerationPolicy.WhenDown.ALLOW) {
                break;
            }
        }
        return verdict(attempt, plan, remarks, down);
    }

    private Verdict verdict(AttemptRef attempt, SendingAttempts.Plan plan, List<Remark> remarks, String down) {
        if (down != null && policy.down() == ModerationPolicy.WhenDown.HOLD) {
            return new Held("the moderator cannot be asked: " + down);
        }
        noting.noted(plan.orgId(), attempt.jobId(), moderator.model(), remarks);
        if (remarks.stream().noneMatch(remark -> remark.ruling() == Ruling.BLOCK)) {
            return new Passed();
        }
        return new Blocked(down != null
                ? "the moderator cannot be asked, and nothing goes out unjudged here; nothing was sent or paid"
                : "the moderator does not allow the prompt or an image; nothing was sent or paid. Change them and post"
                        + " a new job");
    }

    private Ruling whenDown() {
        return policy.down() == ModerationPolicy.WhenDown.ALLOW ? Ruling.FLAG : Ruling.BLOCK;
    }

    private record Question(String text, String image, String assetId) {
    }

    private static List<Question> questions(Input input, List<String> images) {
        List<Question> questions = new ArrayList<>();
        Stream.of(input.prompt(), input.negativePrompt()).filter(words -> words != null && !words.isBlank())
                .forEach(words -> questions.add(new Question(words, null, null)));
        List<String> asked = input.imagesOrNone();
        for (int at = 0; at < images.size(); at++) {
            String named = at < asked.size() && Ids.looksRight(asked.get(at)) ? asked.get(at) : null;
            questions.add(new Question(null, images.get(at), named));
        }
        return questions;
    }
}
