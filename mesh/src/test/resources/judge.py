"""Judges .usdz files with usd-core's own validators and what they leave out; prints one JSON line a file."""
import json
import sys
import zipfile

from pxr import Usd, UsdGeom, UsdShade, UsdValidation as V


def judge(path):
    found = {"file": path, "errors": [], "triangles": 0, "materials": 0, "textures": 0}
    error = found["errors"].append
    infos = zipfile.ZipFile(path).infolist()
    if sum(i.file_size for i in infos) > 512 << 20:
        error("TooBig")
        return found
    if any(i.compress_type for i in infos):
        error("CompressedEntry")
        return found
    found["textures"] = sum(i.filename.startswith("textures/") for i in infos)
    try:
        stage = Usd.Stage.Open(path)
    except Exception as x:
        error("OpenFailed: " + str(x)[-160:])
        return found
    context = V.ValidationContext(V.ValidationRegistry().GetOrLoadAllValidators())
    for e in context.Validate(stage):
        if e.GetType() == V.ValidationErrorType.Error:
            error(f"{e.GetIdentifier()}: {e.GetMessage()[:160]}")
    if UsdGeom.GetStageUpAxis(stage) != "Y":
        error("UpAxisNotY")
    for prim in Usd.PrimRange(stage.GetPseudoRoot(), Usd.TraverseInstanceProxies()):
        found["materials"] += prim.IsA(UsdShade.Material)
        if prim.IsA(UsdGeom.Mesh):
            mesh = UsdGeom.Mesh(prim)
            counts = mesh.GetFaceVertexCountsAttr().Get() or []
            points = mesh.GetPointsAttr().Get() or []
            sound, why = UsdGeom.Mesh.ValidateTopology(mesh.GetFaceVertexIndicesAttr().Get() or [], counts, len(points))
            if not sound:
                error(f"Topology {prim.GetPath()}: {why}")
            found["triangles"] += sum(n - 2 for n in counts)
    cache = UsdGeom.BBoxCache(Usd.TimeCode.Default(), ["default", "render"])
    box = cache.ComputeWorldBound(stage.GetPseudoRoot()).ComputeAlignedRange()
    found["box"] = [list(box.GetMin()), list(box.GetMax())]
    return found


for file in sys.argv[1:]:
    print(json.dumps(judge(file)), flush=True)
