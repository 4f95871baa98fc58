package dev.atelier.worker.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.atelier.db.account.AccountAnswer;
import dev.atelier.db.account.AccountFilter;
import dev.atelier.db.account.AccountView;
import dev.atelier.db.account.ImportingAccounts;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.catalogue.ShippedCatalogue;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.db.tenant.AllOrganisations;

/** The pool from and to a file. */
@Named(value = "accounts", usage = "import FILE|- [--all-or-none] | export", summary = "add accounts from a CSV file, or print the pool as one, without secrets")
class AccountsCommand implements Command {

    private static final int MOST_BYTES = 10_000_000;
    private static final int PAGE = 100;

    private final ImportingAccounts importing;
    private final ManagingAccounts pool;
    private final ShippedCatalogue catalogue;
    private final Set<String> off;

    AccountsCommand(ImportingAccounts importing, ManagingAccounts pool, ShippedCatalogue catalogue,
            AtelierSettings settings) {
        this.importing = importing;
        this.pool = pool;
        this.catalogue = catalogue;
        this.off = settings.providers().off();
    }

    @Override
    public int run(List<String> words, PrintStream out) throws IOException {
        if (words.equals(List.of("export"))) {
            return export(out);
        }
        boolean whole = words.size() == 3 && words.get(2).equals("--all-or-none");
        if ((whole || words.size() == 2) && words.getFirst().equals("import")) {
            // The first start loads it too; an import may come before that.
            catalogue.load(off);
            return load(text(words.get(1)), whole, out);
        }
        throw new WrongWords(words.isEmpty() ? "import or export?" : "'" + String.join(" ", words) + "' is neither");
    }

    private static String text(String file) throws IOException {
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WrongWords("more than " + MOST_BYTES + " bytes: import it in parts");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new WrongWords("'" + file + "' cannot be read: " + unreadable);
        }
    }

    private int load(String text, boolean whole, PrintStream out) {
        List<Csv.Row> rows = Csv.read(text);
        List<String> header = AccountCsv.header(rows.isEmpty() ? List.of() : rows.getFirst().values());
        Map<Integer, String> bad = new TreeMap<>();
        List<ImportingAccounts.Line> good = new ArrayList<>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
            try {
                good.add(new ImportingAccounts.Line(row.number(), AccountCsv.read(header, row.values())));
            } catch (IllegalArgumentException wrong) {
                bad.put(row.number(), wrong.getMessage());
            }
        }
        Map<Integer, AccountAnswer> answers = answers(good, whole, bad.isEmpty());
        int done = 0;
        int revived = 0;
        for (var answer : answers.entrySet()) {
            if (answer.getValue() instanceof AccountAnswer.Done account) {
                done++;
                revived += account.revived() ? 1 : 0;
            } else {
                bad.put(answer.getKey(), why(answer.getValue()));
            }
        }
        bad.forEach((number, why) -> out.println("line " + number + ": " + why));
        out.println(done + " imported (" + revived + " of them came back), " + bad.size() + " bad line(s)"
                + (whole && !bad.isEmpty() ? ": nothing was changed" : ""));
        return bad.isEmpty() ? 0 : 1;
    }

    private Map<Integer, AccountAnswer> answers(List<ImportingAccounts.Line> good, boolean whole, boolean readable) {
        if (!whole) {
            return importing.each(good);
        }
        return readable ? importing.allOrNone(good) : importing.bad(good);
    }

    /** Says nothing of the secret. */
    private static String why(AccountAnswer answer) {
        return switch (answer) {
            case AccountAnswer.Invalid invalid -> invalid.violations().stream()
                    .map(each -> each.field() + " " + each.message()).collect(Collectors.joining("; "));
            case AccountAnswer.Duplicate there -> "this credential is in the pool already, as " + there.accountId();
            case AccountAnswer.Done done -> "done";
            case AccountAnswer.Missing missing -> "it has gone";
            case AccountAnswer.Stale stale -> "it was changed meanwhile";
        };
    }

    private int export(PrintStream out) {
        AllOrganisations leave = AllOrganisations.forLoopsSchedulesAndAdmin();
        out.println(Csv.write(AccountCsv.exported()));
        String after = null;
        List<AccountView> page;
        do {
            page = pool.list(leave, new AccountFilter(null, null, null, PAGE, after));
            page.stream().limit(PAGE).forEach(account -> out.println(Csv.write(AccountCsv.write(account))));
            after = page.isEmpty() ? null : page.get(Math.min(PAGE, page.size()) - 1).id();
        } while (page.size() > PAGE);
        return 0;
    }
}
