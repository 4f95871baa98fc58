package dev.atelier.mesh.engine;

import static org.lwjgl.assimp.Assimp.AI_MATKEY_COLOR_DIFFUSE;
import static org.lwjgl.assimp.Assimp.aiGetErrorString;
import static org.lwjgl.assimp.Assimp.aiGetMaterialColor;
import static org.lwjgl.assimp.Assimp.aiImportFile;
import static org.lwjgl.assimp.Assimp.aiProcess_JoinIdenticalVertices;
import static org.lwjgl.assimp.Assimp.aiProcess_SortByPType;
import static org.lwjgl.assimp.Assimp.aiProcess_Triangulate;
import static org.lwjgl.assimp.Assimp.aiReleaseImport;
import static org.lwjgl.assimp.Assimp.aiTextureType_NONE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.lwjgl.assimp.AIColor4D;
import org.lwjgl.assimp.AIMaterial;
import org.lwjgl.assimp.AIMatrix4x4;
import org.lwjgl.assimp.AIMesh;
import org.lwjgl.assimp.AINode;
import org.lwjgl.assimp.AIScene;

import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Facts;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;

/** Reads obj, stl, ply and fbx through assimp: shapes, places and plain colours; pictures beside the file are not read. */
public final class ImportingForeign {

    private static final int MOST_NODES = 200_000;

    private final List<Placed> placed = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private int nodes;

    private ImportingForeign() {
    }

    /** @param format obj, stl, ply or fbx: the file's name must end so @throws RefusedModel INVALID_MODEL */
    public static Scene read(Path file, String format) {
        AIScene scene = aiImportFile(file.toString(),
                aiProcess_Triangulate | aiProcess_JoinIdenticalVertices | aiProcess_SortByPType);
        if (scene == null || scene.mRootNode() == null) {
            throw RefusedModel.invalid("the " + format + " cannot be read: " + aiGetErrorString());
        }
        try {
            return new ImportingForeign().scene(scene, format);
        } finally {
            aiReleaseImport(scene);
        }
    }

    private Scene scene(AIScene scene, String format) {
        for (int i = 0; i < scene.mNumMeshes(); i++) {
            shapes.add(shape(AIMesh.create(scene.mMeshes().get(i)), "mesh-" + i));
        }
        node(scene.mRootNode(), Matrix.IDENTITY, 0);
        List<Material> materials = new ArrayList<>();
        for (int i = 0; i < scene.mNumMaterials(); i++) {
            materials.add(material(AIMaterial.create(scene.mMaterials().get(i)), i));
        }
        return new Scene(List.copyOf(placed), List.copyOf(materials), List.of(), new Facts(format, nodes, 0,
                scene.mNumAnimations(), 0, false, List.of(), List.of()));
    }

    private static Shape shape(AIMesh mesh, String name) {
        AssimpMesh read = new AssimpMesh(mesh);
        float[] positions = read.positions();
        for (float value : positions) {
            if (!Float.isFinite(value)) {
                throw RefusedModel.invalid("a position is no finite number");
            }
        }
        List<float[]> uvs = mesh.mTextureCoords(0) == null ? List.of() : List.of(read.uvs(0));
        return Shape.of(name, positions, read.normals(), uvs, read.colors(), read.triangles(),
                mesh.mMaterialIndex());
    }

    private void node(AINode node, Matrix above, int depth) {
        if (++nodes > MOST_NODES || depth > 500) {
            throw RefusedModel.tooLarge("the scene has too many nodes, or they lie too deep in each other");
        }
        Matrix world = above.times(matrix(node.mTransformation()));
        for (int i = 0; i < node.mNumMeshes(); i++) {
            placed.add(new Placed(shapes.get(node.mMeshes().get(i)), world));
        }
        for (int i = 0; i < node.mNumChildren(); i++) {
            node(AINode.create(node.mChildren().get(i)), world, depth + 1);
        }
    }

    private static Matrix matrix(AIMatrix4x4 m) {
        return Matrix.of(m.a1(), m.b1(), m.c1(), m.d1(), m.a2(), m.b2(), m.c2(), m.d2(), m.a3(), m.b3(), m.c3(),
                m.d3(), m.a4(), m.b4(), m.c4(), m.d4());
    }

    private static Material material(AIMaterial material, int index) {
        try (AIColor4D color = AIColor4D.calloc()) {
            boolean known = aiGetMaterialColor(material, AI_MATKEY_COLOR_DIFFUSE, aiTextureType_NONE, 0, color) == 0;
            float[] rgba = known
                    ? new float[]{color.r(), color.g(), color.b(), 1}
                    : new float[]{0.8f, 0.8f, 0.8f, 1};
            return Material.plain("material-" + index, rgba, 0, 0.6f);
        }
    }
}
