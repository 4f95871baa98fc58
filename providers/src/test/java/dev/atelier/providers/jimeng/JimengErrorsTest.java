package dev.atelier.providers.jimeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.providers.http.Json;

class JimengErrorsTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource(textBlock = """
            -1000, '不支持的 ratio',                                  BAD_REQUEST
            -1001, '参数',                                            BAD_REQUEST
            -1002, '无路由',                                          BAD_REQUEST
            -2000, 'Params body.file_paths invalid',                  BAD_REQUEST
            -2003, '远程文件 URL 非法',                               BAD_REQUEST
            -2004, '远程文件超出大小',                                BAD_REQUEST
            -2002, 'Token已失效',                                     AUTH
            -2001, '登录失效 (错误码: 1015)',                         AUTH
            -2001, '(错误码: 34010105)',                              AUTH
            -2001, '(错误码: 3018)',                                  NOT_ENTITLED
            -2001, '(错误码: 34010100)',                              BAD_REQUEST
            -2001, '(错误码: -4)',                                    RISK
            -2001, '(错误码: -6)',                                    RISK
            -2001, '(错误码: 1019)',                                  RISK
            -2001, '(错误码: 4013)',                                  RISK
            -2001, '(错误码: 2003)',                                  CONTENT_INPUT
            -2001, '(错误码: 2039)',                                  CONTENT_INPUT
            -2001, '(错误码: 2040)',                                  CONTENT_INPUT
            -2001, '(错误码: 2047)',                                  CONTENT_INPUT
            -2001, '(错误码: 5000)',                                  QUOTA
            -2001, 'Request failed with status code 429',             RATE_LIMIT
            -2001, 'Request failed with status code 503',             PROVIDER_BUSY
            -2001, 'daily_usage_limit',                               QUOTA
            -2001, '已达每日使用上限',                                QUOTA
            -2006, '内容违规',                                        CONTENT_INPUT
            -2007, '图片上传失败',                                    PROVIDER_BUSY
            -2008, '积分不足且无法自动收取',                          QUOTA
            -2009, '积分不足',                                        QUOTA
            """)
    void a_refusal_was_not_taken(int code, String message, ErrorKind kind) {
        JimengErrors.Said said = said(code, message, AT_ONCE);
        assertThat(said.proof()).isEqualTo(JimengErrors.Proof.NOT_TAKEN);
        assertThat(said.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -2007, '生成失败，错误码: 2038',   CONTENT_OUTPUT
            -2008, '生成失败，错误码: 2038',   CONTENT_OUTPUT
            -2007, '生成失败，错误码: 100402', GENERATION_FAILED
            -2008, '生成失败，错误码: 4013',   RISK
            -2008, '生成失败，错误码: 2047',   CONTENT_INPUT
            -2007, '生成失败，错误码: 31337',  GENERATION_FAILED
            """)
    void work_that_came_to_a_bad_end_was_taken_however_long_it_took(int code, String message, ErrorKind kind) {
        for (Duration took : new Duration[]{AT_ONCE, Duration.ofHours(1)}) {
            JimengErrors.Said said = said(code, message, took);
            assertThat(said.proof()).isEqualTo(JimengErrors.Proof.ENDED);
            assertThat(said.kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -1,    '服务器错误'
            -2001, 'timeout of 45000ms exceeded'
            -2001, 'Request failed with status code 500'
            -2001, 'Request failed with status code 502'
            -2001, '(错误码: 31337)'
            -2005, '流'
            -2007, '记录不存在'
            -2007, '轮询超时，历史记录 74000'
            -9999, '新的错误'
            """)
    void what_may_have_been_taken_proves_nothing(int code, String message) {
        assertThat(said(code, message, AT_ONCE).proof()).isEqualTo(JimengErrors.Proof.NOTHING);
    }

    @Test
    void the_same_words_late_prove_nothing_because_a_look_may_have_failed() {
        for (String message : new String[]{"Request failed with status code 429", "(错误码: 1015)", "(错误码: -6)"}) {
            assertThat(said(-2001, message, JimengErrors.EARLY).proof()).isEqualTo(JimengErrors.Proof.NOTHING);
        }
        assertThat(said(-2006, "内容违规", Duration.ofMinutes(3)).proof()).as("is said of a request alone")
                .isEqualTo(JimengErrors.Proof.NOT_TAKEN);
    }

    @Test
    void both_codes_are_kept() {
        assertThat(said(-2001, "(错误码: 1015)", AT_ONCE).code()).isEqualTo("-2001/1015");
        assertThat(said(-2006, "内容违规", AT_ONCE).code()).isEqualTo("-2006");
    }

    private static JimengErrors.Said said(int code, String message, Duration took) {
        return JimengErrors.of(Json.object().put("code", code).put("message", message), took).orElseThrow();
    }
}
