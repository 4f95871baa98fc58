package dev.atelier.providers.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;

/** A body the client may not send a second time: without it a 503 with {@code Retry-After: 0} is repeated silently. */
public final class OneShot extends RequestBody {

    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] bytes;
    private final MediaType type;

    public OneShot(byte[] bytes) {
        this(bytes, bytes.length == 0 ? null : JSON);
    }

    private OneShot(byte[] bytes, MediaType type) {
        this.bytes = bytes;
        this.type = type;
    }

    static OneShot form(List<Part> parts) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        for (Part part : parts) {
            RequestBody body = RequestBody.create(part.bytes(),
                    part.type() == null ? null : MediaType.get(part.type()));
            if (part.fileName() == null) {
                form.addFormDataPart(part.name(), null, body);
            } else {
                form.addFormDataPart(part.name(), part.fileName(), body);
            }
        }
        MultipartBody built = form.build();
        Buffer bytes = new Buffer();
        try {
            built.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer in memory cannot be written", impossible);
        }
        return new OneShot(bytes.readByteArray(), built.contentType());
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
