package dev.atelier.mesh.engine;

import static org.lwjgl.assimp.Assimp.AI_CONFIG_GLOBAL_SCALE_FACTOR_KEY;
import static org.lwjgl.assimp.Assimp.aiCreatePropertyStore;
import static org.lwjgl.assimp.Assimp.aiExportScene;
import static org.lwjgl.assimp.Assimp.aiGetErrorString;
import static org.lwjgl.assimp.Assimp.aiImportFileExWithProperties;
import static org.lwjgl.assimp.Assimp.aiProcess_GlobalScale;
import static org.lwjgl.assimp.Assimp.aiReleaseImport;
import static org.lwjgl.assimp.Assimp.aiReleasePropertyStore;
import static org.lwjgl.assimp.Assimp.aiSetImportPropertyFloat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.lwjgl.assimp.AIPropertyStore;
import org.lwjgl.assimp.AIScene;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.write.WritingGlb;

/** FBX through assimp, textures within. Its unit is a centimetre, so everything is made a hundred times larger. */
public final class WritingFbx {

    private WritingFbx() {
    }

    /** @param folder of our own, for two files */
    public static byte[] write(Scene scene, Path folder) throws IOException {
        Path glb = Files.write(folder.resolve("for-fbx.glb"), WritingGlb.write(scene.withFaces("fbx")));
        Path fbx = folder.resolve("made.fbx");
        AIPropertyStore settings = aiCreatePropertyStore();
        try {
            aiSetImportPropertyFloat(settings, AI_CONFIG_GLOBAL_SCALE_FACTOR_KEY, 100);
            AIScene read = aiImportFileExWithProperties(glb.toString(), aiProcess_GlobalScale, null, settings);
            if (read == null) {
                throw new RefusedModel(Problem.TOOL_FAILED, "assimp cannot read the model: " + aiGetErrorString());
            }
            try {
                if (aiExportScene(read, "fbx", fbx.toString(), 0) != 0) {
                    throw new RefusedModel(Problem.TOOL_FAILED, "assimp cannot write fbx: " + aiGetErrorString());
                }
            } finally {
                aiReleaseImport(read);
            }
            return Files.readAllBytes(fbx);
        } finally {
            aiReleasePropertyStore(settings);
            Files.deleteIfExists(glb);
            Files.deleteIfExists(fbx);
        }
    }
}
