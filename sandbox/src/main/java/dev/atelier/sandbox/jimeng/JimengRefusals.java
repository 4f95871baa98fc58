package dev.atelier.sandbox.jimeng;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Optional;

/** Every error with HTTP 200, a negative code and, behind it in the message, what the service upstream said. */
final class JimengRefusals implements Refusals {
    static final JimengRefusals ALL = new JimengRefusals();

    private JimengRefusals() {
    }

    static Reply.Whole error(int code, String message) {
        ObjectNode body = Json.object().put("code", code).put("message", message);
        body.putNull("data");
        return Reply.json(200, body);
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE, CONCURRENCY -> Optional.of(upstream(429));
            case BUSY -> Optional.of(upstream(503));
            case BROKEN -> Optional.of(upstream(500));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE -> Optional.of(noCredit());
            case QUOTA -> Optional.of(error(-2001, "[请求失败]: daily_usage_limit 已达每日使用上限"));
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT -> Optional.of(error(-2006, "[内容违规]: 提示词包含违规内容"));
            case CREDIT -> Optional.of(noCredit());
            case CONCURRENCY -> Optional.of(upstream(429));
            case AUTH -> Optional.of(key());
            case OK, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    /** How a call ends that was taken, spent its points and brings nothing; none for those that bring something. */
    static Optional<Reply.Whole> later(Ending ending, boolean video) {
        int code = video ? -2008 : -2007;
        String what = video ? "[视频生成失败]: " : "[图像生成失败]: ";
        return switch (ending) {
            case CONTENT_OUTPUT, CONTENT_LATE -> Optional.of(error(code, what + "生成失败，错误码: 2038"));
            case GENERATION -> Optional.of(error(code, what + "生成失败，错误码: 100402"));
            case EXPIRED, UNKNOWN_STATUS -> Optional.of(error(-2007, what + "轮询超时，历史记录 7400000000000000001"));
            case OK, CONTENT_INPUT, CREDIT, CONCURRENCY, AUTH -> Optional.empty();
        };
    }

    private static Reply.Whole upstream(int status) {
        return error(-2001, "[请求失败]: Request failed with status code " + status);
    }

    private static Reply.Whole noCredit() {
        return error(-2009, "[积分不足]: 积分不足且无法自动收取 (错误码: 5000)");
    }

    @Override
    public Reply.Whole missing(String field) {
        return error(-2000, "[请求参数非法]: Params body." + field + " invalid");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return error(-1000, "[系统异常]: " + field + ": " + why);
    }

    @Override
    public Reply.Whole outage() {
        return upstream(503);
    }

    @Override
    public Reply.Whole key() {
        return error(-2002, "[Token已失效]: 登录失效 (错误码: 1015)");
    }
}
