package dev.atelier.api.asset;

import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import dev.atelier.api.ApiSettings;
import jakarta.servlet.MultipartConfigElement;

/** An upload goes to disk as it comes; the setting is the only limit. */
@Configuration
class UploadLimits {
    private static final DataSize ROOM_FOR_HEADERS = DataSize.ofKilobytes(64);

    @Bean
    MultipartConfigElement uploads(ApiSettings settings) {
        MultipartConfigFactory limits = new MultipartConfigFactory();
        limits.setMaxFileSize(settings.maxUpload());
        limits.setMaxRequestSize(DataSize.ofBytes(settings.maxUpload().toBytes() + ROOM_FOR_HEADERS.toBytes()));
        limits.setFileSizeThreshold(DataSize.ofKilobytes(64));
        return limits.createMultipartConfig();
    }
}
