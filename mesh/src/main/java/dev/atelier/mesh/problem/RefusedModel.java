package dev.atelier.mesh.problem;

/** A model or an operation that is refused, with the reason in one sentence for its owner. */
public final class RefusedModel extends RuntimeException {

    private final Problem problem;

    public RefusedModel(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public RefusedModel(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public static RefusedModel invalid(String message) {
        return new RefusedModel(Problem.INVALID_MODEL, message);
    }

    public static RefusedModel tooLarge(String message) {
        return new RefusedModel(Problem.PAYLOAD_TOO_LARGE, message);
    }

    public Problem problem() {
        return problem;
    }
}
