package dev.atelier.api.job;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.atelier.api.request.Findings;
import dev.atelier.api.request.UrlRule;
import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.Caller;

/** Images of a request: assets of the caller, or addresses the whole world can reach. */
@Component
class InputImages {
    private static final int MOST_LOOKED_AT = 50;
    private final ReadingAssets assets;
    private final UrlRule urls;

    InputImages(ReadingAssets assets, UrlRule urls) {
        this.assets = assets;
        this.urls = urls;
    }

    void check(List<String> images, Caller caller, Findings findings) {
        for (int i = 0; i < Math.min(images.size(), MOST_LOOKED_AT); i++) {
            String image = images.get(i);
            if (image != null && !image.isBlank()) {
                check("input.images[" + i + "]", image, caller, findings);
            }
        }
    }

    private void check(String field, String image, Caller caller, Findings findings) {
        findings.unicode(field, image);
        if (image.contains(":")) {
            urls.violation(image).ifPresent(violation -> findings.refuse(field, violation));
        } else if (!Ids.looksRight(image)) {
            findings.refuse(field, "must be an asset id or a public https URL");
        } else {
            String kind = assets.find(caller.orgId(), image).map(Asset::kind).orElse(null);
            if (kind == null) {
                findings.refuse(field, "is not an asset of yours");
            } else if (!kind.equals("image")) {
                findings.refuse(field, "must be an image, not " + kind);
            }
        }
    }
}
