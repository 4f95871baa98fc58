package dev.atelier.sandbox.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Packet.FrameType;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** Writes a film as H.264 in MP4, the same bytes for the same film. */
public final class Mp4File {
    private static final int BYTES_A_PIXEL = 2;

    private Mp4File() {
    }

    public static byte[] encode(Film film) {
        try {
            // Room for every frame at its worst; what is not used is cut off.
            ByteBuffer file = ByteBuffer.allocate((64 << 10)
                    + film.frames() * film.width() * film.height() * BYTES_A_PIXEL);
            SeekableByteChannel channel = ByteBufferSeekableByteChannel.writeToByteBuffer(file);
            MP4Muxer muxer = MP4Muxer.createMP4Muxer(channel, Brand.MP4);
            MuxerTrack track = muxer.addVideoTrack(Codec.H264,
                    VideoCodecMeta.createSimpleVideoCodecMeta(new Size(film.width(), film.height()),
                            ColorSpace.YUV420J));
            encodeFrames(film, track);
            muxer.finish();
            return Timeless.withoutDates(Arrays.copyOf(file.array(), (int) channel.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void encodeFrames(Film film, MuxerTrack track) throws IOException {
        H264Encoder encoder = H264Encoder.createH264Encoder();
        encoder.setKeyInterval(Film.FRAMES_PER_SECOND * 2);
        BufferedImage scene = film.scene();
        ByteBuffer room = ByteBuffer.allocate(film.width() * film.height() * 4 + (64 << 10));
        for (int number = 0; number < film.frames(); number++) {
            Picture picture = Yuv.of(film.frame(scene, number));
            room.clear();
            VideoEncoder.EncodedFrame frame = encoder.encodeFrame(picture, room);
            track.addFrame(Packet.createPacket(frame.getData(), number, Film.FRAMES_PER_SECOND, 1, number,
                    frame.isKeyFrame() ? FrameType.KEY : FrameType.INTER, null));
        }
    }
}
