package dev.atelier.providers.ark;

import java.util.Locale;
import java.util.Map;

/**
 * Width × height for ratio and resolution. At 1k the two rows 4:3 and 3:4 are larger than their name, because models that
 * take 1k want at least 921,600 pixels.
 */
final class ArkSizes {

    private static final Map<String, String> PIXELS = Map.ofEntries(Map.entry("1k 1:1", "1024x1024"),
            Map.entry("1k 4:3", "1152x864"), Map.entry("1k 3:4", "864x1152"), Map.entry("1k 16:9", "1280x720"),
            Map.entry("1k 9:16", "720x1280"), Map.entry("1k 3:2", "1248x832"), Map.entry("1k 2:3", "832x1248"),
            Map.entry("1k 21:9", "1512x648"), Map.entry("2k 1:1", "2048x2048"), Map.entry("2k 4:3", "2304x1728"),
            Map.entry("2k 3:4", "1728x2304"), Map.entry("2k 16:9", "2560x1440"), Map.entry("2k 9:16", "1440x2560"),
            Map.entry("2k 3:2", "2496x1664"), Map.entry("2k 2:3", "1664x2496"), Map.entry("2k 21:9", "3024x1296"),
            Map.entry("4k 1:1", "4096x4096"), Map.entry("4k 4:3", "4608x3456"), Map.entry("4k 3:4", "3456x4608"),
            Map.entry("4k 16:9", "5120x2880"), Map.entry("4k 9:16", "2880x5120"), Map.entry("4k 3:2", "4992x3328"),
            Map.entry("4k 2:3", "3328x4992"), Map.entry("4k 21:9", "6048x2592"));

    private ArkSizes() {
    }

    /** What the table does not have is asked for by resolution alone, and the model chooses the ratio. */
    static String of(String ratio, String resolution) {
        return PIXELS.getOrDefault(resolution + " " + ratio,
                resolution == null ? "2K" : resolution.toUpperCase(Locale.ROOT));
    }
}
