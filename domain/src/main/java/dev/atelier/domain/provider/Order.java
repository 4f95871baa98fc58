package dev.atelier.domain.provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;

/**
 * What is asked of a provider, once.
 *
 * @param marker     our submission id, sent where the protocol has a place for it
 * @param model      the provider's own name of the model
 * @param input      checked against the model's limits before anything is paid
 * @param images     the input's images as the provider may fetch them: public https URLs or data URIs
 * @param sendBefore checked just before the first byte leaves: a worker that was frozen must not send late
 * @param settings   the catalogue's settings for this model and protocol
 * @param callback   where the provider may tell that there is something to look at, or null; never kept nor logged
 */
public record Order(String marker, Kind kind, String model, Input input, List<String> images, Instant sendBefore,
        Map<String, Object> settings, URI callback) {

    /** To whom the provider need not tell anything. */
    public Order(String marker, Kind kind, String model, Input input, List<String> images, Instant sendBefore,
            Map<String, Object> settings) {
        this(marker, kind, model, input, images, sendBefore, settings, null);
    }
}
