package dev.atelier.api.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import javax.imageio.ImageIO;

import org.springframework.context.annotation.Configuration;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.Staged;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;

/** In place of workers: keeps files as results. */
@Configuration
public class Kept {
    public static final byte[] PNG = png();
    public static final byte[] GLB = glb();
    private final KeepingFiles files;
    private final Transactions transactions;

    Kept(KeepingFiles files, Transactions transactions) {
        this.files = files;
        this.transactions = transactions;
    }

    public Asset keep(String orgId, String jobId, byte[] bytes) {
        try {
            Staged staged = files.stage(target -> target.write(bytes));
            List<Asset> kept = new ArrayList<>();
            transactions.run(() -> files.keep(orgId, null, jobId,
                    List.of(new KeepingFiles.Result(Ids.next(), "main", staged)), kept::add));
            return kept.getFirst();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The smallest there is: an empty scene. */
    private static byte[] glb() {
        byte[] json = "{\"asset\":{\"version\":\"2.0\"}} ".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer glb = ByteBuffer.allocate(20 + json.length).order(ByteOrder.LITTLE_ENDIAN);
        glb.putInt(0x46546C67).putInt(2).putInt(20 + json.length).putInt(json.length).putInt(0x4E4F534A).put(json);
        return glb.array();
    }
}
