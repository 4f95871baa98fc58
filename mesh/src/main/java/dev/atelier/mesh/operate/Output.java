package dev.atelier.mesh.operate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was made: the file (none for a mere analysis), what it is, and what there is to tell about the making. */
public record Output(String format, byte[] file, ObjectNode report) {
}
