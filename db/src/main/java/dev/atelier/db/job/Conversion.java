package dev.atelier.db.job;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One output of a conversion job, as it stands. */
public record Conversion(String id, String jobId, String orgId, int position, Integer dependsOn, String sourceAssetId,
        String operation, String parameters, String status, Integer progress, String outputAssetId, String result,
        String errorCode, String errorMessage) {

    boolean open() {
        return "pending".equals(status) || "running".equals(status);
    }

    public boolean succeeded() {
        return "succeeded".equals(status);
    }

    static Conversion read(ResultSet row) throws SQLException {
        return new Conversion(row.getString("id"), row.getString("job_id"), row.getString("org_id"),
                row.getInt("position"), row.getObject("depends_on", Integer.class), row.getString("source_asset_id"),
                row.getString("operation"), row.getString("parameters"), row.getString("status"),
                row.getObject("progress", Integer.class), row.getString("output_asset_id"), row.getString("result"),
                row.getString("error_code"), row.getString("error_message"));
    }
}
