package dev.atelier.db.storyboard;

import java.util.List;

import dev.atelier.db.job.NewJob;

/** A storyboard's place in a studio's project. */
record Shot(String orgId, String projectId, String storyboardId) {

    /** What the project side says of it; a name that is null says nothing. */
    record Said(String workId, String projectName, String storyboardName, Integer order, String chosenAssetId,
            boolean deleted) {

        private static final int LONGEST_NAME = 50;
        private static final int LONGEST_TITLE = 200;
        private static final int LONGEST_ID = 64;

        /** As records can hold it, with what a job came with where nothing is said. */
        Said orElse(NewJob.Storyboard told) {
            return new Said(cut(workId == null ? told.workId() : workId, LONGEST_NAME),
                    cut(projectName == null ? told.projectName() : projectName, LONGEST_NAME),
                    cut(storyboardName, LONGEST_TITLE), order, cut(chosenAssetId, LONGEST_ID), deleted);
        }

        private static String cut(String text, int most) {
            return text == null || text.codePointCount(0, text.length()) <= most
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, most));
        }
    }

    /**
     * What the jobs of one kind have brought.
     *
     * @param status   code of the live record, or of the latest where none is live
     * @param recordId the latest that succeeded, whose urls and paths these are; null: none yet
     * @param accounts in the order they first served, each once
     */
    record Brought(Integer status, String recordId, String urls, String paths, List<String> accounts, int count) {
    }

    /** Unique among live records. The separator is escaped, for these ids are the caller's. */
    String liveKey() {
        return orgId + "|" + escaped(projectId) + "|" + escaped(storyboardId);
    }

    private static String escaped(String id) {
        return id.replace("\\", "\\\\").replace("|", "\\|");
    }
}
