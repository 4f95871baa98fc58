package dev.atelier.mesh.surface;

/** A place on a triangle, and what the surface is there; used again and again by one thread. */
public final class Point {

    public final float[] normal = new float[3];
    /** Of the triangle itself, whatever its vertices say. */
    public final float[] flat = new float[3];
    /** Linear, with alpha. */
    public final float[] base = new float[4];
    public final float[] emissive = new float[3];
    public float metallic;
    public float roughness;
    public float occlusion;

    int a;
    int b;
    int c;
    float wa;
    float wb;
    float wc;
    /** How many texels of each picture lie on what is looked at, along a side. */
    final float[] levels = new float[5];
    final float[] rgba = new float[4];

    /** How much each corner of the triangle counts here; together 1. */
    public void weigh(float wa, float wb, float wc) {
        this.wa = wa;
        this.wb = wb;
        this.wc = wc;
    }
}
