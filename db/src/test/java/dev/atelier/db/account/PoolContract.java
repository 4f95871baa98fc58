package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.testing.DbContract;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Medium;

/** A catalogue and an empty pool. */
abstract class PoolContract extends DbContract {

    static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    @Override
    protected Class<?>[] more() {
        return new Class<?>[]{RecordingLines.class};
    }

    @BeforeAll
    void loadCatalogue() throws IOException {
        try (InputStream yaml = Catalogue.class.getResourceAsStream("/atelier/catalogue/ark.yaml")) {
            db.get(Catalogue.class).load(yaml);
        }
    }

    @BeforeEach
    void emptyPool() {
        db.sql().sql("delete from submissions").update();
        db.sql().sql("delete from jimeng_accounts").update();
        db.get(RecordingLines.class).calls.clear();
        db.clock().set(dev.atelier.db.testing.DbContext.START);
    }

    ManagingAccounts pool() {
        return db.get(ManagingAccounts.class);
    }

    static NewAccount account(String secret) {
        return new NewAccount("ark", "studio-7", secret, Site.CN, null, null, null, null,
                Map.of(Medium.VIDEO, new NewAccount.Plan(2, 40)), null, null, null, "ops");
    }

    AccountView created(NewAccount account) {
        AccountAnswer answer = pool().create(account);
        assertThat(answer).isInstanceOf(AccountAnswer.Done.class);
        return ((AccountAnswer.Done) answer).account();
    }

    AccountView now(AccountView account) {
        return pool().get(LEAVE, account.id()).orElseThrow();
    }

    void set(AccountView account, String assignments) {
        db.sql().sql("update jimeng_accounts set " + assignments + " where id = ?").param(account.id()).update();
    }

    /** A slot held by the account, as the ledger has it. */
    void hold(AccountView account, String medium, int slot) {
        String job = Ids.next();
        db.sql().sql("""
                insert into submissions (id, job_id, attempt, org_id, provider, model, medium, priority, start_tag, state,
                                         account_id, held_by, slot, open_key, created_at, updated_at)
                values (?, ?, 1, ?, 'ark', 'ark/seedream-4.5', ?, 5, 1, 'sent', ?, ?, ?, ?, '2026-11-20 04:00:00',
                        '2026-11-20 04:00:00')
                """).param(Ids.next()).param(job).param(Ids.next()).param(medium).param(account.id())
                .param(account.id()).param(slot).param(job).update();
    }
}
