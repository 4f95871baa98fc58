package dev.atelier.api.asset;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.core.io.AbstractResource;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.ReadingAssets;

/** An asset's bytes as Spring serves them, whole or in ranges; opened only when it does. */
final class KeptFile extends AbstractResource {
    private final Asset asset;
    private final ReadingAssets reading;

    KeptFile(Asset asset, ReadingAssets reading) {
        this.asset = asset;
        this.reading = reading;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return reading.open(asset);
    }

    @Override
    public long contentLength() {
        return asset.bytes();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "asset " + asset.id();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return asset.id().hashCode();
    }
}
