package dev.atelier.db.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The providers and models we come with: a file {@code atelier/catalogue/NAME.yaml} each, found by being there. */
@Component
public class ShippedCatalogue {

    private static final String FILES = "classpath*:atelier/catalogue/*.yaml";
    private static final String ENDING = ".yaml";

    private final Catalogue catalogue;

    ShippedCatalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param off names of providers that are left out */
    public void load(Set<String> off) {
        files().stream().filter(file -> !off.contains(name(file))).forEach(this::load);
    }

    private void load(Resource file) {
        try (InputStream yaml = file.getInputStream()) {
            catalogue.load(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the model catalogue " + file + " cannot be read", unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("the model catalogue " + file + " is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private static List<Resource> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(ShippedCatalogue::name)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the model catalogue cannot be listed", unreadable);
        }
    }

    private static String name(Resource file) {
        String name = file.getFilename();
        return name == null ? "" : name.substring(0, name.length() - ENDING.length());
    }
}
