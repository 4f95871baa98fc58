"""One operation by Blender, as a process of its own that ends with its parent.

Words: operation, parameters file (JSON), source (.glb), output file, and for a bake the finer model (.glb).
Says `progress N`, at the end `made {JSON}` or `refused CODE REASON`; what Blender itself says goes to the error stream.
"""
import ctypes
import json
import math
import os
import resource
import signal
import sys
import threading

say = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)


def end_with_parent():
    """The parent's end closes our input; where the kernel can, it ends us even in the middle of native code."""
    try:
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    except (AttributeError, OSError):
        pass
    def watch():
        while sys.stdin.buffer.read(4096):
            pass
        os._exit(8)

    threading.Thread(target=watch, daemon=True).start()


end_with_parent()
try:
    import bpy
    from mathutils import Vector
except ImportError as missing:
    say.write(f"refused TOOL_MISSING {missing}\n")
    sys.exit(6)


class Refused(Exception):
    pass


def meshes():
    return [each for each in bpy.context.scene.objects if each.type == "MESH" and each.data.polygons]


def faces(objects):
    for each in objects:
        each.data.calc_loop_triangles()
    return sum(len(each.data.loop_triangles) for each in objects)


def only(objects, active=None):
    bpy.ops.object.select_all(action="DESELECT")
    for each in objects:
        each.select_set(True)
    bpy.context.view_layer.objects.active = active or (objects[0] if objects else None)


def read(path):
    before = set(bpy.context.scene.objects)
    bpy.ops.import_scene.gltf(filepath=path)
    return [each for each in meshes() if each not in before]


def glb(path):
    bpy.ops.export_scene.gltf(filepath=path, export_format="GLB", export_image_format="AUTO", export_tangents=True,
                              use_selection=True)


def convert(wanted, source, output, high):
    kind = wanted["format"]
    only(read(source))
    if kind == "usdz":
        # Defaults would give +Z up, and a dome light of a file type that no package may hold.
        bpy.ops.wm.usd_export(filepath=output, selected_objects_only=True, convert_orientation=True,
                              export_global_forward_selection="NEGATIVE_Z", export_global_up_selection="Y",
                              convert_world_material=False, root_prim_path="/model", export_animation=False)
    elif kind == "fbx":
        # Packed pictures are not embedded: they are unpacked beside the file first.
        bpy.ops.wm.save_as_mainfile(filepath=os.path.join(os.path.dirname(output), "model.blend"))
        bpy.ops.file.unpack_all(method="WRITE_LOCAL")
        bpy.ops.export_scene.fbx(filepath=output, use_selection=True, path_mode="COPY", embed_textures=True)
    elif kind == "glb":
        glb(output)
    elif kind == "stl":
        bpy.ops.wm.stl_export(filepath=output, export_selected_objects=True, global_scale=1000)
    elif kind == "ply":
        bpy.ops.wm.ply_export(filepath=output, export_selected_objects=True, forward_axis="NEGATIVE_Z", up_axis="Y",
                              export_triangulated_mesh=True)
    else:
        raise Refused(f"UNSUPPORTED_FORMAT studio does not write {kind}: use engine embedded")
    return {}


def simplify(wanted, source, output, high):
    objects = read(source)
    before = faces(objects)
    if "target_bytes" in wanted:
        raise Refused("BAD_REQUEST studio simplifies to a ratio or a face_count: use engine embedded for target_bytes")
    ratio = wanted["ratio"] if "ratio" in wanted else min(1, wanted["face_count"] / max(1, before))
    done = set()
    for each in objects:
        if each.data.name not in done:
            done.add(each.data.name)
            only([each])
            if each.data.users > 1:
                each.data = each.data.copy()
            each.modifiers.new("less", "DECIMATE").ratio = ratio
            bpy.ops.object.modifier_apply(modifier="less")
    only(objects)
    glb(output)
    return {"faces_before": before, "faces_wanted": max(1, round(before * ratio)), "faces_achieved": faces(objects),
            "way": "collapse"}


def cycles(samples):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"
    scene.cycles.samples = samples
    # A build without a denoiser would give black, and say nothing.
    scene.cycles.use_denoising = False
    return scene


BAKES = {"base_color": "DIFFUSE", "normal": "NORMAL", "ao": "AO", "emissive": "EMIT"}


def bake_texture(wanted, source, output, high):
    low = read(source)
    fine = read(high or source)
    if not all(each.data.uv_layers for each in low):
        raise Refused("NO_UV the model has no texture coordinates: unwrap it first")
    maps = wanted.get("maps") or ["base_color", "normal"]
    for each in maps:
        if each not in BAKES:
            raise Refused(f"BAD_REQUEST studio does not bake {each}: use engine embedded")
    size = wanted.get("size", 1024)
    scene = cycles(wanted.get("samples", 16) if "ao" in maps else 1)
    for material in {slot.material for each in fine for slot in each.material_slots if slot.material}:
        for node in material.node_tree.nodes:
            if node.type == "BSDF_PRINCIPLED":
                # Metal has no diffuse colour, so its colour would be black.
                for link in list(node.inputs["Metallic"].links):
                    material.node_tree.links.remove(link)
                node.inputs["Metallic"].default_value = 0
    low_material = bpy.data.materials.new("baked")
    low_material.use_nodes = True
    for each in low:
        each.data.materials.clear()
        each.data.materials.append(low_material)
    nodes, links = low_material.node_tree.nodes, low_material.node_tree.links
    shader = next(each for each in nodes if each.type == "BSDF_PRINCIPLED")
    corners = [each.matrix_world @ Vector(corner) for each in low for corner in each.bound_box]
    span = max(max(c[k] for c in corners) - min(c[k] for c in corners) for k in range(3))
    textures = {}
    for at, each in enumerate(maps):
        picture = bpy.data.images.new(each, size, size, alpha=False)
        if each != "base_color" and each != "emissive":
            picture.colorspace_settings.name = "Non-Color"
        texture = nodes.new("ShaderNodeTexImage")
        texture.image = picture
        nodes.active = texture
        for target in low:
            only(fine + [target], target)
            bpy.ops.object.bake(type=BAKES[each], pass_filter={"COLOR"} if each == "base_color" else set(),
                                use_selected_to_active=True, cage_extrusion=0.03 * span, max_ray_distance=0.06 * span,
                                margin=wanted.get("margin", max(2, size // 128)), use_clear=target is low[0])
        picture.pack()
        textures[each] = texture
        say.write(f"progress {20 + 60 * (at + 1) // len(maps)}\n")
    if "base_color" in textures:
        links.new(textures["base_color"].outputs["Color"], shader.inputs["Base Color"])
    if "normal" in textures:
        bend = nodes.new("ShaderNodeNormalMap")
        links.new(textures["normal"].outputs["Color"], bend.inputs["Color"])
        links.new(bend.outputs["Normal"], shader.inputs["Normal"])
    if "emissive" in textures:
        links.new(textures["emissive"].outputs["Color"], shader.inputs["Emission Color"])
        shader.inputs["Emission Strength"].default_value = 1
    only(low)
    glb(output)
    return {"baked": maps, "size": size, "faces": faces(low), "faces_high": faces(fine)}


def light(scene, strength):
    world = bpy.data.worlds.new("sky")
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (0.93, 0.95, 1, 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.7 * strength
    scene.world = world
    for direction, energy in (((0.45, -0.55, 0.75), 2.4), ((-0.7, -0.4, 0.25), 0.8)):
        sun = bpy.data.objects.new("sun", bpy.data.lights.new("sun", "SUN"))
        sun.data.energy = energy * strength
        sun.data.angle = 0.2
        sun.rotation_euler = Vector(direction).to_track_quat("Z", "Y").to_euler()
        scene.collection.objects.link(sun)


def render_preview(wanted, source, output, high):
    objects = read(source)
    scene = cycles(wanted.get("samples", 32))
    points = [each.matrix_world @ vertex.co for each in objects for vertex in each.data.vertices]
    center = Vector([(min(p[k] for p in points) + max(p[k] for p in points)) / 2 for k in range(3)])
    radius = max((p - center).length for p in points) or 1
    around, above = math.radians(wanted.get("azimuth", 30)), math.radians(wanted.get("elevation", 18))
    # Ours looks from +Z with +Y up; here that is from -Y with +Z up.
    towards = Vector((math.cos(above) * math.sin(around), -math.cos(above) * math.cos(around), math.sin(above)))
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.angle = math.radians(30)
    distance = radius * 1.04 / math.sin(math.radians(15))
    camera.data.clip_start, camera.data.clip_end = distance / 100, distance * 100
    camera.location = center + towards * distance
    camera.rotation_euler = towards.to_track_quat("Z", "Y").to_euler()
    scene.collection.objects.link(camera)
    scene.camera = camera
    light(scene, wanted.get("light", 1))
    scene.render.film_transparent = True
    scene.render.resolution_x = scene.render.resolution_y = wanted.get("size", 512)
    scene.render.image_settings.color_mode = "RGBA"
    scene.view_settings.view_transform = "Khronos PBR Neutral"
    scene.render.filepath = output
    bpy.ops.render.render(write_still=True)
    return {}


OPERATIONS = {"convert": convert, "simplify": simplify, "bake_texture": bake_texture, "render_preview": render_preview}


def main(operation, parameters, source, output, high=None):
    with open(parameters) as file:
        wanted = json.load(file)
    if operation not in OPERATIONS:
        raise Refused(f"BAD_REQUEST studio does not do {operation}: use engine embedded")
    bpy.ops.wm.read_factory_settings(use_empty=True)
    say.write("progress 20\n")
    report = OPERATIONS[operation](wanted, os.path.abspath(source), os.path.abspath(output),
                                   os.path.abspath(high) if high else None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    say.write("made " + json.dumps({**report, "blender": bpy.app.version_string, "peak_bytes": peak}) + "\n")


try:
    main(*sys.argv[1:])
except Refused as refused:
    say.write(f"refused {refused}\n")
    os._exit(3)
except Exception as wrong:
    import traceback
    traceback.print_exc()
    say.write("refused TOOL_FAILED " + str(wrong).replace("\n", " ")[:300] + "\n")
    os._exit(7)
say.flush()
os._exit(0)
