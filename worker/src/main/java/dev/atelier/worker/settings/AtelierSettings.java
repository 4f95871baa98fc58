package dev.atelier.worker.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.atelier.activities.job.ModerationPolicy;
import dev.atelier.db.PoolSettings;
import dev.atelier.db.RetentionSettings;
import dev.atelier.db.dialect.Limits;
import dev.atelier.db.storyboard.ProjectTable;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.retry.RetryWaits;
import dev.atelier.providers.fetch.Reach;

/**
 * @param roles      what this process does
 * @param scratch    folder on a local disk in which models are converted; default: the system's temporary folder
 * @param ffmpeg     the program that reads videos: a path, or a name that is looked for where the shell looks
 * @param workerName what this process is called in rows and figures; default: host and process id
 */
@ConfigurationProperties("atelier")
public record AtelierSettings(@DefaultValue({
        "api", "worker"}) Set<Role> roles, Storage storage, Path scratch, @DefaultValue("ffmpeg") String ffmpeg,
        String workerName,
        @DefaultValue Bootstrap bootstrap,
        @DefaultValue Conversions conversions,
        @DefaultValue Fetch fetch,
        @DefaultValue Worker worker, @DefaultValue Database database, @DefaultValue ProjectSync projectSync,
        @DefaultValue Pool pool, @DefaultValue Providers providers, @DefaultValue Embeddings embeddings,
        @DefaultValue Callbacks callbacks, @DefaultValue Moderation moderation) {

    public enum Role {
        API, WORKER
    }

    public record Storage(Path root) {
    }

    /** Made at the start unless they are there: the first organisation and its first keys. */
    public record Bootstrap(@DefaultValue("default") String organisation, String apiKey, String adminKey) {
    }

    /**
     * @param engine       what makes outputs that do not say it: embedded, or studio where that can and is there
     * @param studioPython the Python 3.11 that has Blender as a module; default: where tools/studio puts it
     */
    public record Conversions(@DefaultValue("embedded") String engine, Path studioPython) {
    }

    /**
     * @param allowPrivate lets results and images be fetched from loopback and private addresses; for practice only
     * @param ports        that an address from outside may have; with {@code allowPrivate}: any
     * @param maxBytes     the largest result that is kept
     */
    public record Fetch(@DefaultValue("false") boolean allowPrivate, @DefaultValue({
            "80", "443"}) Set<Integer> ports, @DefaultValue("1073741824") long maxBytes,
            @DefaultValue("15m") Duration deadline) {

        public Reach reach() {
            return allowPrivate ? Reach.everywhere() : Reach.internet(ports);
        }
    }

    /**
     * @param drain               how long a worker that is told to stop finishes what it has begun
     * @param submitsAtOnce       open requests to providers in this process
     * @param submitsPerSecond    of the whole queue of a provider, kept by the server; 0: no limit
     * @param deployment          Temporal's worker deployment these workers belong to; empty: none, any worker takes any task
     * @param build               which software of that deployment this is
     */
    public record Worker(@DefaultValue("30s") Duration drain, @DefaultValue("200") int submitsAtOnce,
            @DefaultValue("0") double submitsPerSecond, @DefaultValue("20") int transfersAtOnce,
            @DefaultValue("") String deployment, @DefaultValue("") String build) {
    }

    /**
     * @param retryWaits       seconds between the attempts of a job; beyond the last, the last
     * @param alikeAccounts    accounts that fail alike within {@code alikeWithin} and stop their provider; 0: never
     * @param warmUp           how long a new account has only {@code warmUpSlots} of each medium
     * @param mostSiteSwitches of one job
     */
    public record Pool(@DefaultValue({
            "3", "5", "10", "15", "30", "60", "120", "300", "600", "900", "1800", "3600"}) List<Integer> retryWaits,
            @DefaultValue("3") int alikeAccounts, @DefaultValue("10m") Duration alikeWithin,
            @DefaultValue("15m") Duration stopFor, @DefaultValue("0s") Duration warmUp,
            @DefaultValue("1") int warmUpSlots, @DefaultValue("10") int mostSiteSwitches) {

        public PoolSettings settings() {
            return new PoolSettings(RetryWaits.ofSeconds(retryWaits), alikeAccounts, alikeWithin, stopFor, warmUp,
                    warmUpSlots, mostSiteSwitches);
        }
    }

    /**
     * @param off providers this application does not speak to and offers no models of; the gateway of jimeng is off until
     *            whoever runs it says otherwise, for its use of accounts is against the service's terms
     */
    public record Providers(@DefaultValue("jimeng") Set<String> off) {
    }

    /**
     * @param connections of this process
     * @param api         limits of a statement that a request waits for
     * @param worker      of jobs and loops; a process that is both takes the longer ones
     * @param command     of operator commands, such as an import
     */
    public record Database(@DefaultValue("20") int connections, @DefaultValue ApiLimits api,
            @DefaultValue WorkerLimits worker, @DefaultValue CommandLimits command,
            @DefaultValue RetentionLimits retention) {

        public Limits limits(Set<Role> roles) {
            Limits forWorker = new Limits(worker.statementTimeout, worker.lockTimeout);
            Limits forApi = new Limits(api.statementTimeout, api.lockTimeout);
            return roles.containsAll(Set.of(Role.API, Role.WORKER))
                    ? forWorker.orLonger(forApi)
                    : roles.contains(Role.API) ? forApi : forWorker;
        }
    }

    public record ApiLimits(@DefaultValue("10s") Duration statementTimeout, @DefaultValue("5s") Duration lockTimeout) {
    }

    public record WorkerLimits(@DefaultValue("30s") Duration statementTimeout,
            @DefaultValue("10s") Duration lockTimeout) {
    }

    public record CommandLimits(@DefaultValue("10m") Duration statementTimeout,
            @DefaultValue("30s") Duration lockTimeout) {

        public Limits limits() {
            return new Limits(statementTimeout, lockTimeout);
        }
    }

    /** @param batch rows of one transaction */
    public record RetentionLimits(@DefaultValue("10s") Duration statementTimeout, @DefaultValue("100") int batch) {

        public RetentionSettings settings() {
            return new RetentionSettings(statementTimeout, batch);
        }
    }

    /**
     * @param publicUrl the https address under which providers on the internet reach {@code /hooks} of this API; none: they
     *                  are given no address, and ends are seen by looking alone
     */
    public record Callbacks(String publicUrl) {
    }

    /**
     * @param rules    files of rule sets that prompts are judged by, loaded at the start
     * @param url      base of an OpenAI-compatible endpoint that is asked besides, such as {@code https://host/v1}; none
     *                 unless there is a URL and a model
     * @param key      null for an endpoint that needs none
     * @param timeout  of one question
     * @param flagged  what it flags is {@code block} or {@code flag}
     * @param whenDown what becomes of jobs while it cannot be asked
     */
    public record Moderation(@DefaultValue List<Path> rules, String url, String key, String model,
            @DefaultValue("5s") Duration timeout, @DefaultValue("block") Ruling flagged,
            @DefaultValue("hold") ModerationPolicy.WhenDown whenDown) {

        public ModerationPolicy policy() {
            return new ModerationPolicy(flagged, whenDown);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Moderation[rules=" + rules + ", url=" + url + ", model=" + model + "]";
        }
    }

    /**
     * An OpenAI-compatible endpoint that turns a text into a vector; none unless there is a URL and a model.
     *
     * @param url base, such as {@code https://host/v1}
     * @param key null for an endpoint that needs none
     */
    public record Embeddings(String url, String key, String model) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Embeddings[url=" + url + ", model=" + model + "]";
        }
    }

    /**
     * The studio's own table of shots.
     *
     * @param table   a name, or schema and name with a dot between
     * @param columns those that are called differently: our name, then theirs
     */
    public record ProjectSync(@DefaultValue("inference_project") String table,
            @DefaultValue Map<String, String> columns) {

        public ProjectTable projectTable() {
            return ProjectTable.named(table, columns == null ? Map.of() : columns);
        }
    }
}
