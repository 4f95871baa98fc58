package dev.atelier.activities.mesh;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What ffmpeg says of a video it opens, as JSON. */
final class VideoFacts {

    private static final Pattern DURATION = Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");
    private static final Pattern BITRATE = Pattern.compile("bitrate: (\\d+) kb/s");
    private static final Pattern VIDEO = Pattern.compile("Stream #.*?: Video: ([A-Za-z0-9_]+)[^\\n]*?, (\\d+)x(\\d+)"
            + "[^\\n]*");
    private static final Pattern RATE = Pattern.compile("([0-9.]+) fps");
    private static final Pattern AUDIO = Pattern.compile("Stream #.*?: Audio: ([A-Za-z0-9_]+)[^\\n]*?, (\\d+) Hz, "
            + "([a-z0-9.]+)");

    private VideoFacts() {
    }

    /** Empty: there is no picture in it. */
    static Optional<ObjectNode> read(String said) {
        Matcher video = VIDEO.matcher(said);
        if (!video.find()) {
            return Optional.empty();
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        Matcher duration = DURATION.matcher(said);
        if (duration.find()) {
            facts.put("duration_sec", Long.parseLong(duration.group(1)) * 3600
                    + Integer.parseInt(duration.group(2)) * 60 + Double.parseDouble(duration.group(3)));
        }
        Matcher bitrate = BITRATE.matcher(said);
        if (bitrate.find()) {
            facts.put("bitrate_kbps", Long.parseLong(bitrate.group(1)));
        }
        ObjectNode pictures = facts.putObject("video").put("codec", video.group(1))
                .put("width", Integer.parseInt(video.group(2))).put("height", Integer.parseInt(video.group(3)));
        Matcher rate = RATE.matcher(video.group());
        if (rate.find()) {
            pictures.put("frames_per_sec", Double.parseDouble(rate.group(1)));
        }
        Matcher audio = AUDIO.matcher(said);
        if (audio.find()) {
            facts.putObject("audio").put("codec", audio.group(1)).put("sample_rate", Integer.parseInt(audio.group(2)))
                    .put("channels", audio.group(3));
        }
        return Optional.of(facts);
    }
}
