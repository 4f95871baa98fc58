package dev.atelier.mesh.gltf;

import java.util.Set;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Scene;

/** Reads a .glb or .gltf of any origin: nothing in it is believed before it is checked. */
public final class ReadingGltf {

    private static final Set<String> UNDERSTOOD = Set.of("KHR_mesh_quantization", "EXT_meshopt_compression",
            "KHR_draco_mesh_compression", "KHR_texture_transform", "KHR_texture_basisu", "EXT_texture_webp",
            "EXT_mesh_gpu_instancing", "KHR_lights_punctual", "KHR_materials_variants", "KHR_xmp_json_ld",
            "KHR_node_visibility", "KHR_animation_pointer", "FB_ngon_encoding");

    private final Limits limits;
    private final Decoding decoding;

    public ReadingGltf(Limits limits, Decoding decoding) {
        this.limits = limits;
        this.decoding = decoding;
    }

    /** @throws RefusedModel with the reason */
    public Scene read(byte[] file) {
        Container container = Container.open(file, limits);
        Document document = new Document(container.json());
        refuseUnknownExtensions(document);
        Budget budget = new Budget(limits);
        Buffers buffers = new Buffers(document, container.binary(), decoding, budget);
        buffers.refuseExternals();
        Accessors accessors = new Accessors(document, buffers, budget);
        Nodes nodes = new Nodes(document, limits);
        Shapes shapes = new Shapes(document, accessors, buffers, decoding, budget);
        Placing placing = new Placing(document, accessors, nodes, shapes, budget);
        Materials materials = new Materials(document, buffers);
        return new Scene(placing.placed(), materials.materials(), materials.pictures(),
                placing.facts(container.format()));
    }

    /** What a required KHR_materials_… changes is how it shines, not what it is: the plain surface is shown. */
    private static void refuseUnknownExtensions(Document document) {
        for (String required : document.words("extensionsRequired")) {
            if (!UNDERSTOOD.contains(required) && !required.startsWith("KHR_materials_")) {
                throw new RefusedModel(Problem.UNSUPPORTED_EXTENSION,
                        "the file requires " + required + ", which is not understood: export it without");
            }
        }
    }
}
