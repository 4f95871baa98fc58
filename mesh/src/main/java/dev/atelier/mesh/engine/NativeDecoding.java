package dev.atelier.mesh.engine;

import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_decodeFilterExp;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_decodeFilterOct;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_decodeFilterQuat;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_decodeIndexBuffer;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_decodeIndexSequence;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_decodeVertexBuffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.lwjgl.BufferUtils;

import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.problem.RefusedModel;

/** Decompression by native libraries: for a child process, where a crash hurts nobody. */
public final class NativeDecoding implements Decoding {

    @Override
    public ByteBuffer meshopt(ByteBuffer packed, int count, int stride, String mode, String filter) {
        boolean indices = !"ATTRIBUTES".equals(mode);
        if (indices ? stride != 2 && stride != 4 : stride % 4 != 0) {
            throw RefusedModel.invalid("a compressed buffer view has a stride that its mode does not allow");
        }
        ByteBuffer from = BufferUtils.createByteBuffer(packed.remaining()).put(packed.duplicate()).flip();
        ByteBuffer to = BufferUtils.createByteBuffer(Math.multiplyExact(count, stride));
        int trouble = switch (mode) {
            case "ATTRIBUTES" -> meshopt_decodeVertexBuffer(to, count, stride, from);
            case "TRIANGLES" -> meshopt_decodeIndexBuffer(to, count, stride, from);
            case "INDICES" -> meshopt_decodeIndexSequence(to, count, stride, from);
            default -> throw RefusedModel.invalid("a compressed buffer view has the unknown mode " + mode);
        };
        if (trouble != 0) {
            throw RefusedModel.invalid("a compressed buffer view cannot be decoded");
        }
        filter(to, count, stride, filter);
        return to.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void filter(ByteBuffer bytes, int count, int stride, String filter) {
        switch (filter) {
            case "NONE" -> {
            }
            case "OCTAHEDRAL" -> {
                if (stride != 4 && stride != 8) {
                    throw RefusedModel.invalid("an octahedral filter needs a stride of 4 or 8");
                }
                meshopt_decodeFilterOct(bytes, count, stride);
            }
            case "QUATERNION" -> {
                if (stride != 8) {
                    throw RefusedModel.invalid("a quaternion filter needs a stride of 8");
                }
                meshopt_decodeFilterQuat(bytes, count, stride);
            }
            case "EXPONENTIAL" -> meshopt_decodeFilterExp(bytes, count, stride);
            default -> throw RefusedModel.invalid("a compressed buffer view has the unknown filter " + filter);
        }
    }

    @Override
    public Draco draco(Packed packed) {
        return DracoByAssimp.decode(packed);
    }
}
