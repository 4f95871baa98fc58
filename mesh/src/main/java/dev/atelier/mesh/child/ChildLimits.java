package dev.atelier.mesh.child;

import java.time.Duration;

/**
 * What one child process may use.
 *
 * @param heap megabytes of Java's memory
 * @param addresses megabytes of address space in all, where the shell can limit it
 * @param output megabytes that one file may have
 */
public record ChildLimits(int heap, int addresses, int output, Duration time) {

    public static final ChildLimits USUAL = new ChildLimits(2048, 8192, 1024, Duration.ofMinutes(5));

    /** Blender takes longer, and more room for what it may never touch. */
    public static final ChildLimits STUDIO = new ChildLimits(2048, 32_768, 1024, Duration.ofMinutes(14));
}
