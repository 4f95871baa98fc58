package dev.atelier.domain.catalogue;

import java.util.List;

import dev.atelier.domain.account.Site;

/**
 * What a model takes. A list that is empty means the parameter does not exist for it; the first entry of a list is not
 * its default: the defaults are named.
 *
 * @param maxPromptChars     counted in code points
 * @param maxRunSeconds      longest time a task of this model may run before a person is asked
 * @param promptRequired     false where an image alone suffices
 * @param sites              words of the sites whose accounts have the model; none: all
 */
public record Limits(int maxPromptChars, boolean promptRequired, int minImages, int maxImages, List<String> ratios,
        String defaultRatio, List<String> resolutions, String defaultResolution, List<Integer> durations,
        Integer defaultDuration, boolean intelligentRatio, boolean sampleStrength, boolean negativePrompt,
        List<String> responseFormats, int maxRunSeconds,
        List<String> sites) {

    public Limits {
        sites = sites == null ? List.of() : List.copyOf(sites);
    }

    /** Whether accounts of this site may be asked for it. */
    public boolean at(Site site) {
        return sites.isEmpty() || sites.contains(site.word());
    }
}
