package dev.atelier.domain.job;

import dev.atelier.domain.Word;

/** What a user may ask for. */
public enum Kind implements Word {
    IMAGE, VIDEO, MESH, CONVERSION;

    /** The medium an account makes for this kind. Conversions need no account. */
    public Medium medium() {
        return switch (this) {
            case IMAGE -> Medium.IMAGE;
            case VIDEO -> Medium.VIDEO;
            case MESH -> Medium.MESH;
            case CONVERSION -> throw new IllegalStateException("a conversion is made by no account");
        };
    }
}
