package dev.atelier.sandbox.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jcodec.api.FrameGrab;
import org.jcodec.common.Codec;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp4FileTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void a_film_lasts_as_long_as_asked_and_is_h264(int seconds) throws Exception {
        byte[] file = Mp4File.encode(Film.shaped("a boat", 1280, 720, seconds, 1));

        assertThat(new String(file, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("moov");
        try (MP4Demuxer demuxer = MP4Demuxer.createMP4Demuxer(channel(file))) {
            DemuxerTrack track = demuxer.getVideoTrack();
            assertThat(track.getMeta().getCodec()).isEqualTo(Codec.H264);
            assertThat(track.getMeta().getTotalDuration()).isEqualTo(seconds);
            assertThat(track.getMeta().getTotalFrames()).isEqualTo(seconds * Film.FRAMES_PER_SECOND);
        }
    }

    @Test
    void every_frame_decodes_and_something_moves() throws Exception {
        Film film = Film.shaped("a train", 720, 1280, 2, 1);
        FrameGrab frames = FrameGrab.createFrameGrab(channel(Mp4File.encode(film)));

        int count = 0;
        byte[] first = null;
        byte[] last = null;
        for (Picture frame = frames.getNativeFrame(); frame != null; frame = frames.getNativeFrame()) {
            assertThat(frame.getCroppedWidth()).isEqualTo(180);
            assertThat(frame.getCroppedHeight()).isEqualTo(320);
            first = first == null ? frame.getPlaneData(0).clone() : first;
            last = frame.getPlaneData(0).clone();
            count++;
        }
        assertThat(count).isEqualTo(film.frames());
        assertThat(last).isNotEqualTo(first);
    }

    @Test
    void the_same_film_gives_the_same_bytes() throws Exception {
        byte[] once = Mp4File.encode(Film.shaped("again", 640, 480, 2, 9));
        Thread.sleep(1_100);

        assertThat(Mp4File.encode(Film.shaped("again", 640, 480, 2, 9))).isEqualTo(once);
    }

    private static ByteBufferSeekableByteChannel channel(byte[] file) {
        return ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file));
    }
}
