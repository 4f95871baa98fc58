"""Vendors' own clients, unchanged, against the sandbox: python walk.py http://127.0.0.1:PORT

One line a check; exit status 1 if one fails.
"""
import asyncio
import os
import sys
import tempfile
import time
import urllib.request

os.environ["REPLICATE_POLL_INTERVAL"] = "0.2"
SANDBOX = sys.argv[1].rstrip("/")
failed = []


def check(what, good):
    print(("ok    " if good else "FAIL  ") + what, flush=True)
    if not good:
        failed.append(what)


def begins(url, magic, at=0):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read()[at:at + len(magic)] == magic


def refused(what, call, expected):
    try:
        call()
        check(what + " (was taken)", False)
    except Exception as trouble:  # each vendor has errors of its own
        check(what, expected in repr(trouble) + str(vars(trouble)))


def ended(look, ends):
    for _ in range(100):
        seen = look()
        if ends(seen):
            return seen
        time.sleep(0.1)
    return seen


def ark():
    import base64
    from volcenginesdkarkruntime import Ark
    client = Ark(base_url=SANDBOX + "/ark/api/v3", api_key="ark-client-1", max_retries=0)
    images, tasks = client.images, client.content_generation.tasks
    picture = images.generate(model="doubao-seedream-4-5", prompt="a paper boat", size="2048x2048",
                              response_format="url", watermark=False)
    check("ark: the image is a JPEG", begins(picture.data[0].url, b"\xff\xd8"))
    check("ark: images are counted", picture.usage.generated_images == 1)
    coded = images.generate(model="doubao-seedream-4-5", prompt="a paper boat", response_format="b64_json")
    check("ark: an image comes as base64, too", base64.b64decode(coded.data[0].b64_json)[:2] == b"\xff\xd8")

    def film(words):
        return tasks.create(model="doubao-seedance-1-5-pro", content=[{"type": "text", "text": words}],
                            resolution="720p", ratio="16:9", duration=5)

    def end(task):
        return ended(lambda: tasks.get(task_id=task), lambda seen: seen.status in ("succeeded", "failed"))

    task = film("the boat drifts").id
    done = end(task)
    check("ark: a video succeeds", done.status == "succeeded")
    check("ark: the video is an MP4", begins(done.content.video_url, b"ftyp", at=4))
    check("ark: tokens are told", done.usage.completion_tokens > 0)
    listed = tasks.list(page_num=1, page_size=10, task_ids=[task])
    check("ark: the list is filtered by id", [each.id for each in listed.items] == [task])
    failed_task = end(film("no [sandbox fail=generation]").id)
    check("ark: a failure tells why", failed_task.status == "failed" and bool(failed_task.error.code))
    waits = film("waits [sandbox queued=60]").id
    tasks.delete(task_id=waits)
    check("ark: what is queued is cancelled", tasks.get(task_id=waits).status == "cancelled")
    tasks.delete(task_id=task)
    refused("ark: what was deleted is gone", lambda: tasks.get(task_id=task), "404")
    runs = film("runs [sandbox seconds=60]").id
    ended(lambda: tasks.get(task_id=runs), lambda seen: seen.status == "running")
    refused("ark: what runs cannot be cancelled", lambda: tasks.delete(task_id=runs), "409")
    model = tasks.create(model="doubao-seed3d-1-0", content=[{"type": "image_url", "image_url": {
        "url": picture.data[0].url}}])
    check("ark: a model is a file", bool(end(model.id).content.file_url))
    refused("ark: refused content has its code", lambda: film("[sandbox fail=content_input]"), "SensitiveContent")
    refused("ark: a prompt is needed", lambda: images.generate(model="doubao-seedream-4-5", prompt=""), "400")
    bad = Ark(base_url=SANDBOX + "/ark/api/v3", api_key="invalid-key", max_retries=0)
    refused("ark: a wrong key is 401", lambda: bad.content_generation.tasks.list(), "401")


def volcengine():
    from volcengine.visual.VisualService import VisualService
    service = VisualService()  # one a process: keys are changed on it
    service.set_scheme("http")
    service.set_host(SANDBOX.split("//")[1])
    service.set_ak("AKEXAMPLE")
    service.set_sk("SKEXAMPLE")

    def submit(words, key="jimeng_t2i_v40"):
        return service.cv_sync2async_submit_task({"req_key": key, "prompt": words})["data"]["task_id"]

    def look(task, key="jimeng_t2i_v40"):
        return service.cv_sync2async_get_result({"req_key": key, "task_id": task, "req_json": '{"return_url":true}'})

    def end(task, key="jimeng_t2i_v40"):
        return ended(lambda: look(task, key), lambda seen: (seen.get("data") or {}).get("status") == "done")

    picture = end(submit("a paper boat, 纸船"))
    check("volcengine: signed words become a JPEG", begins(picture["data"]["image_urls"][0], b"\xff\xd8"))
    film = end(submit("the boat drifts", "jimeng_t2v_v30"), "jimeng_t2v_v30")
    check("volcengine: a video is an MP4", begins(film["data"]["video_url"], b"ftyp", at=4))
    check("volcengine: an unknown task is told", look("1")["data"]["status"] == "not_found")
    refused("volcengine: refused content has its code", lambda: submit("[sandbox fail=content_input]"), "50412")
    service.set_sk("SKWRONG")
    refused("volcengine: a wrong secret is refused", lambda: submit("a"), "SignatureDoesNotMatch")
    service.set_ak("AKNOBODY")
    refused("volcengine: an unknown key is refused", lambda: submit("a"), "SignatureDoesNotMatch")


def fal():
    import fal_client.client as fal_client
    fal_client.QUEUE_URL_FORMAT = SANDBOX + "/fal/"
    client = fal_client.SyncClient(key="fal-client-1")
    handle = client.submit("fal-ai/flux/dev", arguments={"prompt": "a paper boat"})
    check("fal: submit names the request", bool(handle.request_id))
    check("fal: the sub-path of the app is dropped",
          handle.status_url == f"{SANDBOX}/fal/fal-ai/flux/requests/{handle.request_id}/status")
    result = handle.get()
    check("fal: the result is a JPEG", begins(result["images"][0]["url"], b"\xff\xd8"))
    seen = []
    client.subscribe("fal-ai/flux/dev", arguments={"prompt": "another"}, with_logs=True,
                     on_queue_update=lambda update: seen.append(type(update).__name__))
    check("fal: subscribe sees the queue", "Completed" in seen)
    waits = client.submit("fal-ai/flux/dev", arguments={"prompt": "waits [sandbox queued=20]"})
    waits.cancel()
    refused("fal: a canceled request has no result", waits.get, "cancel")
    flagged = client.submit("fal-ai/flux/dev", arguments={"prompt": "no [sandbox fail=content_input]"})
    refused("fal: a failure is seen at the result", flagged.get, "flagged")
    refused("fal: a prompt is needed", lambda: client.submit("fal-ai/flux/dev", arguments={}), "field required")
    bad = fal_client.SyncClient(key="invalid-key")
    refused("fal: a wrong key is refused", lambda: bad.submit("fal-ai/flux/dev", arguments={"prompt": "a"}), "401")


def replicate():
    from replicate.client import Client
    client = Client(api_token="replicate-client-1", base_url=SANDBOX + "/replicate")
    prediction = client.models.predictions.create("black-forest-labs/flux-schnell", input={"prompt": "a paper boat"})
    check("replicate: create names the prediction", prediction.status == "starting")
    prediction.wait()
    check("replicate: wait sees the end", prediction.status == "succeeded")
    check("replicate: the output is a PNG", begins(prediction.output[0], b"\x89PNG"))
    check("replicate: it is in the list", prediction.id in [each.id for each in client.predictions.list().results])
    runs = client.predictions.create(version="8f3a", input={"prompt": "runs [sandbox seconds=30]"})
    runs.cancel()
    runs.reload()
    check("replicate: a running one is canceled", runs.status == "canceled")
    bad_end = client.predictions.create(version="8f3a", input={"prompt": "no [sandbox fail=generation]"})
    bad_end.wait()
    check("replicate: a failure tells why", bad_end.status == "failed" and bool(bad_end.error))
    output = client.run("black-forest-labs/flux-schnell:8f3a", input={"prompt": "run"})
    check("replicate: run brings files", begins(getattr(output[0], "url", output[0]), b"\x89PNG"))
    waited = client.models.predictions.create("black-forest-labs/flux-schnell", input={"prompt": "b"}, wait=True)
    check("replicate: Prefer: wait answers at the end", waited.status == "succeeded")
    refused("replicate: an unknown id is 404", lambda: client.predictions.get("never"), "404")
    bad = Client(api_token="invalid-key", base_url=SANDBOX + "/replicate")
    refused("replicate: a wrong token is 401", lambda: bad.predictions.list(), "401")


async def tripo():
    from tripo3d import TripoClient
    async with TripoClient(api_key="tsk_client-1", v3_base_url=SANDBOX + "/tripo") as client:
        task = await client.text_to_model(prompt="a paper boat", face_limit=20000)
        done = await client.wait_for_task(task, polling_interval=0.2)
        check("tripo: text to model succeeds", done.status == "success" and done.progress == 100)
        check("tripo: the model is a GLB", begins(done.output.model_url, b"glTF"))
        check("tripo: credits are told", done.credits_consumed == 20)
        with tempfile.NamedTemporaryFile(suffix=".png") as picture:
            picture.write(b"\x89PNG\r\n\x1a\n")
            picture.flush()
            token = (await client.upload_file(picture.name))["file_token"]
        made = await client.wait_for_task(await client.create_task({"type": "image_to_model", "input": token}),
                                          polling_interval=0.2)
        check("tripo: an uploaded image becomes a model", made.status == "success")
        converted = await client.create_task({"type": "convert_model", "input": task, "format": "OBJ"})
        check("tripo: convert is a task, too", bool(converted))
        listed = await client.list_tasks([task, "never"])
        check("tripo: many are asked at once", task in listed.tasks and listed.missed == ["never"])
        check("tripo: usage lists the task", task in [item.task_id for item in await client.get_usage()])
        check("tripo: the balance has gone down", (await client.get_balance()).balance < 10000)
        banned = await client.wait_for_task(await client.text_to_model(prompt="no [sandbox fail=content_output]"),
                                            polling_interval=0.2)
        check("tripo: what is banned ends so", banned.status == "banned")
        for what, call, expected in [
                ("tripo: an unknown task is 2001", client.get_task("never"), "2001"),
                ("tripo: refused content is 2008", client.text_to_model(prompt="[sandbox fail=content_input]"), "2008")]:
            try:
                await call
                check(what, False)
            except Exception as trouble:
                check(what, expected in str(vars(trouble)))
    async with TripoClient(api_key="tsk_client-2", v3_base_url=SANDBOX + "/tripo") as other:
        try:
            await other.get_task(task)
            check("tripo: another key does not see the task", False)
        except Exception as trouble:
            check("tripo: another key does not see the task", "2001" in str(vars(trouble)))


def openai():
    import base64
    from openai import OpenAI
    client = OpenAI(base_url=SANDBOX + "/openai/v1", api_key="openai-client-1", max_retries=0)
    check("openai: models are listed", "gpt-image-1" in [model.id for model in client.models.list()])
    made = client.images.generate(model="gpt-image-1", prompt="a paper boat", size="1536x1024")
    check("openai: the picture is a PNG", base64.b64decode(made.data[0].b64_json)[1:4] == b"PNG")
    check("openai: tokens are told", made.usage.output_tokens > 0)
    linked = client.images.generate(model="dall-e-3", prompt="a paper boat", response_format="url")
    check("openai: an address serves a PNG", begins(linked.data[0].url, b"\x89PNG"))
    edited = client.images.edit(model="gpt-image-1", prompt="at night", image=("a.png", b"\x89PNG\r\n\x1a\n", "image/png"))
    check("openai: a picture is made from a picture", bool(edited.data[0].b64_json))
    refused("openai: refused content says so", lambda: client.images.generate(
        model="gpt-image-1", prompt="[sandbox fail=content_input]"), "moderation_blocked")
    refused("openai: the quota is told", lambda: client.images.generate(
        model="gpt-image-1", prompt="[sandbox submit=quota]"), "insufficient_quota")
    bad = OpenAI(base_url=SANDBOX + "/openai/v1", api_key="invalid-key", max_retries=0)
    refused("openai: a wrong key is 401", lambda: list(bad.models.list()), "401")


def jimeng():
    """The gateway has no client of its own: it is called with OpenAI's, which takes its HTTP 200 errors for answers."""
    from openai import OpenAI
    client = OpenAI(base_url=SANDBOX + "/jimeng/v1", api_key="session-client-1", max_retries=0)
    made = client.images.generate(model="jimeng-4.5", prompt="a paper boat", extra_body={"ratio": "16:9"})
    check("jimeng: four pictures are made", len(made.data) == 4)
    check("jimeng: a picture is a JPEG", begins(made.data[0].url, b"\xff\xd8"))
    flagged = client.images.generate(model="jimeng-4.5", prompt="[sandbox fail=content_input]")
    check("jimeng: a refusal is HTTP 200 with a negative code", flagged.data is None and flagged.code < 0)


def tencent():
    from tencentcloud.ai3d.v20250513 import ai3d_client, models
    from tencentcloud.common import credential
    from tencentcloud.common.profile.client_profile import ClientProfile
    from tencentcloud.common.profile.http_profile import HttpProfile
    profile = ClientProfile(httpProfile=HttpProfile(protocol="http", endpoint=SANDBOX.split("//")[1]))

    def client(key):
        return ai3d_client.Ai3dClient(credential.Credential("AKIDEXAMPLE", key), "ap-guangzhou", profile)

    def submit(prompt, key="SKEXAMPLE"):
        asked = models.SubmitHunyuanTo3DProJobRequest()
        asked.Prompt = prompt
        return client(key).SubmitHunyuanTo3DProJob(asked).JobId

    def query(job, key="SKEXAMPLE"):
        asked = models.QueryHunyuanTo3DProJobRequest()
        asked.JobId = job
        return client(key).QueryHunyuanTo3DProJob(asked)

    def end(job):
        return ended(lambda: query(job), lambda seen: seen.Status in ("DONE", "FAIL"))

    job = submit("a wooden chair, 木椅")
    done = end(job)
    check("tencent: a job of signed words is done", done.Status == "DONE")
    check("tencent: the model is a GLB", begins(done.ResultFile3Ds[0].Url, b"glTF"))
    bad_end = end(submit("no [sandbox fail=generation]"))
    check("tencent: a failure tells why", bad_end.Status == "FAIL" and bool(bad_end.ErrorCode))
    refused("tencent: refused content has its code", lambda: submit("[sandbox fail=content_input]"), "IllegalDetected")
    refused("tencent: a full account has its code", lambda: submit("[sandbox submit=concurrency]"), "JobNumExceed")
    refused("tencent: an unknown job is told", lambda: query("1"), "JobNotExist")
    refused("tencent: another account does not see the job", lambda: query(job, "SKEXAMPLE2"), "JobNotExist")
    refused("tencent: a wrong signature is refused", lambda: submit("a", "SKWRONG"), "SignatureFailure")


def attempt(name, walk):
    try:
        walk()
    except Exception as trouble:
        check(f"{name}: the walk broke off: {trouble!r}", False)


attempt("ark", ark)
attempt("fal", fal)
attempt("jimeng", jimeng)
attempt("openai", openai)
attempt("replicate", replicate)
attempt("tencent", tencent)
attempt("tripo", lambda: asyncio.run(tripo()))
attempt("volcengine", volcengine)
print(f"{len(failed)} failed" if failed else "all good")
sys.exit(1 if failed else 0)
