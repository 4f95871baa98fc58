package dev.atelier.db.storyboard;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.storyboard.ProjectTable.Column;

/** Statements about the studio's table, written with {@code {TABLE}} and {@code {column}}, in the names it really has. */
@Component
class ProjectSql implements SmartInitializingSingleton {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final ProjectTable table;

    ProjectSql(JdbcClient sql, Dialect dialect, ObjectProvider<ProjectTable> table) {
        this.sql = sql;
        this.dialect = dialect;
        this.table = table.getIfAvailable(() -> ProjectTable.STANDARD);
    }

    /** Under which name its shots are remembered. */
    String source() {
        return table.table();
    }

    String named(String statement) {
        String named = statement.replace("{TABLE}", Arrays.stream(table.table().split("\\.")).map(dialect::quoted)
                .collect(Collectors.joining(".")));
        for (Column column : Column.values()) {
            named = named.replace("{" + column.word() + "}", column(column));
        }
        return named;
    }

    String column(Column column) {
        return dialect.quoted(table.columns().get(column));
    }

    /** Told at the start: a wrong name must not be found by the first job of a storyboard. */
    @Override
    public void afterSingletonsInstantiated() {
        String all = Arrays.stream(Column.values()).map(this::column).collect(Collectors.joining(", "));
        try {
            sql.sql(named("select " + all + " from {TABLE} where 1 = 0")).query().listOfRows();
        } catch (DataAccessException wrong) {
            throw new IllegalStateException("the studio's table " + table.table() + " cannot be read with the columns "
                    + table.columns().values().stream().sorted().toList()
                    + ": add what is missing, or name what is called differently in atelier.project-sync.columns",
                    wrong);
        }
    }
}
