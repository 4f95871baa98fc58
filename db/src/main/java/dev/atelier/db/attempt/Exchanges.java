package dev.atelier.db.attempt;

import java.math.BigDecimal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.provider.Exchange;

/** Keeps what was said to and by a provider: submits, cancels, looks that failed or brought a result. */
@Component
public class Exchanges {

    private final JdbcClient jdbc;
    private final Dialect dialect;

    Exchanges(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** @param cost what this exchange was billed, or null */
    public void record(SubmissionRow row, Exchange exchange, String errorKind, BigDecimal cost) {
        jdbc.sql("""
                insert into provider_requests (id, org_id, job_id, submission_id, account_id, provider, operation,
                    request_ts, response_ts, request_payload_jsonb, response_payload_jsonb, http_status,
                    tokens_output, billed_cost_usd, retry_index, provider_request_id, error_kind, request_id)
                values (:id, :org, :job, :submission, :account, :provider, :operation, :asked, :answered, :request,
                    :response, :status, :tokens, :cost, :retry, :theirs, :error,
                    (select request_id from generation_jobs where id = :job))
                """).param("id", Ids.next()).param("org", row.orgId()).param("job", row.jobId())
                .param("submission", row.id()).param("account", row.accountId()).param("provider", row.provider())
                .param("operation", exchange.operation()).param("asked", dialect.instant(exchange.requestedAt()))
                .param("answered", dialect.instant(exchange.answeredAt())).param("request", exchange.requestJson())
                .param("response", exchange.responseJson()).param("status", exchange.httpStatus())
                .param("tokens", exchange.tokensOut()).param("cost", cost).param("retry", row.attempt() - 1)
                .param("theirs", exchange.providerRequestId()).param("error", errorKind).update();
    }
}
