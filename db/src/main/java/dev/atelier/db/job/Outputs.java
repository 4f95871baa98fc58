package dev.atelier.db.job;

import java.util.List;

/**
 * What a conversion job is asked for.
 *
 * @param asset the model all of it comes from
 * @param asked the request's input as JSON, to be shown again
 */
public record Outputs(String asset, String asked, List<Output> outputs) {

    /** Where conversions are made and what makes them, as words of a job's row. */
    public static final String PROVIDER = "embedded";
    public static final String MODEL = "atelier/mesh";

    /**
     * @param parameters JSON with sorted keys
     * @param dependsOn the position of the output it is made from, an earlier one; null: the job's asset
     */
    public record Output(String operation, String parameters, Integer dependsOn) {
    }
}
