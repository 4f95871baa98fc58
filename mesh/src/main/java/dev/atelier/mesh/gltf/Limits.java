package dev.atelier.mesh.gltf;

/**
 * How much a file may claim before it is refused as too large; a small file can claim gigabytes.
 *
 * @param bytes of the file
 * @param json bytes of the JSON part
 * @param values numbers decoded in all (four bytes each)
 * @param faces triangles shown, each instance counted
 * @param nodes visited
 */
public record Limits(long bytes, int json, long values, long faces, int nodes) {

    /** What one thread of a server may read beside its other work: some 200 MB. */
    public static final Limits BESIDE_OTHERS = new Limits(64L << 20, 16 << 20, 40_000_000L, 2_000_000L, 100_000);

    /** What a child process with a heap of 2 GiB of its own reads. */
    public static final Limits ALONE = new Limits(512L << 20, 64 << 20, 160_000_000L, 6_000_000L, 200_000);
}
