package dev.atelier.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.Testbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page of promises is worth what its tests are: each one that it names must be there. */
class GuaranteesTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    private final Path checkout = Testbed.checkout();

    @Test
    void each_test_that_the_page_names_exists() throws IOException {
        Map<String, Path> tests = tests();
        Matcher named = NAMED.matcher(page());
        int found = 0;
        while (named.find()) {
            assertThat(tests).as("the class of " + named.group()).containsKey(named.group(1));
            assertThat(Files.readString(tests.get(named.group(1)))).as(named.group())
                    .contains("void " + named.group(2) + "(");
            found++;
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void every_fault_has_a_line_that_names_a_test_or_says_not_yet() throws IOException {
        List<String> lines = page().lines().toList();
        assertThat(IntStream.rangeClosed(1, 34).mapToObj(number -> "| F" + number + " |")).allSatisfy(
                fault -> assertThat(lines).as(fault).anyMatch(line -> line.startsWith(fault)
                        && (line.contains("*not yet*") || NAMED.matcher(line).find())));
    }

    private String page() throws IOException {
        return Files.readString(checkout.resolve("docs/guarantees.md"));
    }

    private Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new TreeMap<>();
        try (Stream<Path> modules = Files.list(checkout)) {
            modules.map(module -> module.resolve("src/test/java")).filter(Files::isDirectory)
                    .forEach(folder -> collect(folder, tests));
        }
        return tests;
    }

    private static void collect(Path folder, Map<String, Path> tests) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
