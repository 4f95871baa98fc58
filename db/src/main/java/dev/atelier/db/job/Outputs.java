package dev.atelier.db.job;

import java.util.List;

/**
 * What a conversion job is asked for.
 *
 * @param asset the model all of it comes from
 * @param asked the request's input as JSON, to be shown again
 * @param automaticOf the finished job whose model it is, when nobody asked for it but the project's policy; else null
 */
public record Outputs(String asset, String asked, List<Output> outputs, String automaticOf) {

    public Outputs(String asset, String asked, List<Output> outputs) {
        this(asset, asked, outputs, null);
    }

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
