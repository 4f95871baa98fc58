package dev.atelier.mesh.problem;

/** Why a model or an operation on it is refused; the name is the code that callers and users see. */
public enum Problem {
    /** The bytes break the rules of their own format. */
    INVALID_MODEL,
    /** The bytes are no image, or a damaged one. */
    INVALID_IMAGE,
    /** The bytes are no video, or a damaged one. */
    INVALID_VIDEO,
    /** The file points at another file or address, which is never followed. */
    EXTERNAL_URI,
    /** Nothing we read, or a format the operation cannot make. */
    UNSUPPORTED_FORMAT,
    /** The file cannot be understood without an extension that is not known here. */
    UNSUPPORTED_EXTENSION,
    /** More bytes, vertices, faces or pixels than the limits allow. */
    PAYLOAD_TOO_LARGE,
    /** The operation needs texture coordinates, and there are none. */
    NO_UV,
    /** The operation needs triangles, and there are none. */
    NOT_A_MESH,
    /** The request itself makes no sense: an unknown parameter, a size out of range. */
    BAD_REQUEST,
    /** Native code ended by a signal. */
    NATIVE_CRASH,
    /** The tool or the native library is not on this machine. */
    TOOL_MISSING,
    /** The tool ended with an error of its own. */
    TOOL_FAILED,
    /** The child process met its memory limit. */
    OUT_OF_MEMORY,
    /** The child process met its time limit. */
    TIMEOUT,
    /** The disk is full, or a file cannot be written. */
    DISK_TROUBLE,
    /** What was made did not stand its check. */
    OUTPUT_INVALID,
    /** Ended from outside. */
    CANCELED
}
