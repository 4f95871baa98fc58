package dev.atelier.api;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param publicUrl         how clients reach us, without a trailing slash; null: as each request says
 * @param temporalUiUrl     Temporal's Web UI; null where there is none
 * @param maxUpload         largest file {@code POST /v1/assets} takes
 * @param maxBody           largest JSON body
 * @param maxWait           longest {@code Prefer: wait}
 * @param maxWaiters        requests that may wait at one time; beyond, a request is answered at once
 * @param allowPrivateUrls  development only: lets http and loopback addresses through where the public internet is meant
 * @param urlPorts          that addresses in requests may name; the same as {@code atelier.fetch.ports} of the workers
 */
@ConfigurationProperties("atelier.api")
public record ApiSettings(String publicUrl, String temporalUiUrl, @DefaultValue("default") String temporalNamespace,
        @DefaultValue("100MB") DataSize maxUpload, @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("60s") Duration maxWait, @DefaultValue("500") int maxWaiters,
        @DefaultValue("false") boolean allowPrivateUrls, @DefaultValue({
                "80", "443"}) Set<Integer> urlPorts) {
    public ApiSettings {
        publicUrl = blankless(publicUrl);
        temporalUiUrl = blankless(temporalUiUrl);
    }

    private static String blankless(String url) {
        return url == null || url.isBlank() ? null : url.strip().replaceFirst("/+$", "");
    }
}
