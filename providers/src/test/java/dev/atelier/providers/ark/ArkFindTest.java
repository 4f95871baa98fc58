package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.TaskId;
import mockwebserver3.RecordedRequest;

class ArkFindTest {

    private static final long SINCE = 1_767_322_000;
    private static final Order LOST = Orders.video(Orders.PROMPT);
    private static final Found ABSENT = new Found.Absent();

    private final ArkServer server = new ArkServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_task_with_our_marker_is_it_whatever_else_there_is() {
        page(3, task("a", null, SINCE + 5), task("b", "sub-01", SINCE + 4), task("c", null, SINCE + 3));
        assertThat(find()).isEqualTo(found("b"));
        RecordedRequest request = server.request();
        assertThat(request.getUrl().queryParameter("filter.model")).as("a filter could hide it").isNull();
        assertThat(request.getUrl().queryParameter("page_size")).isEqualTo("500");
    }

    @Test
    void two_tasks_with_our_marker_cannot_be_told_apart() {
        page(4, task("a", "sub-01", SINCE + 5), task("x", "sub-77", SINCE + 4));
        page(4, task("b", "sub-01", SINCE + 3), task("c", null, SINCE + 2));
        assertThat(find()).isInstanceOf(Found.Undecided.class);
    }

    @Test
    void one_old_entry_does_not_show_an_order_so_the_list_is_read_on() {
        page(3, task("old", "sub-77", SINCE - 900));
        page(3, task("x", "sub-78", SINCE + 1), task("b", "sub-01", SINCE + 4));
        assertThat(find()).isEqualTo(found("b"));
    }

    @Test
    void where_no_markers_come_back_the_only_unknown_task_is_it() {
        page(3, task("a", "sub-77", SINCE + 5), task("known", null, SINCE + 4), task("c", null, SINCE));
        assertThat(find("known")).isEqualTo(found("c"));
    }

    @Test
    void two_unknown_tasks_decide_nothing() {
        page(2, task("a", null, SINCE + 5), task("b", null, SINCE + 5));
        assertThat(find()).isInstanceOf(Found.Undecided.class);
    }

    @Test
    void what_is_older_or_known_or_anothers_or_of_another_model_is_not_it() {
        page(4, task("known", null, SINCE + 9), task("other", "sub-02", SINCE + 8),
                task("model", null, SINCE + 7).replace("seedance-1-5", "seedance-2-0"), task("old", null, SINCE - 1));
        assertThat(find("known")).isEqualTo(ABSENT);
    }

    @Test
    void an_empty_list_is_absence() {
        page(0);
        assertThat(find()).isEqualTo(ABSENT);
    }

    @Test
    void what_the_list_does_not_tell_of_a_task_is_taken_to_fit() {
        page(1, "{\"id\":\"bare\"}");
        assertThat(find()).isEqualTo(found("bare"));
    }

    @Test
    void an_endpoints_tasks_may_be_listed_under_their_models_name() {
        page(1, task("a", null, SINCE));
        Order byEndpoint = new Order(LOST.marker(), LOST.kind(), "ep-20260101-x", LOST.input(), LOST.images(),
                LOST.sendBefore(), LOST.settings());
        assertThat(server.ark.find(byEndpoint, Instant.ofEpochSecond(SINCE), Set.of(), server.credential))
                .isEqualTo(found("a"));
    }

    @Test
    void the_marker_is_found_on_a_later_page() {
        page(502, full(0));
        page(502, task("x", "sub-01", SINCE), task("y", "sub-02", SINCE));
        assertThat(find()).isEqualTo(found("x"));
    }

    @Test
    void the_list_is_read_to_its_end_also_when_a_page_holds_fewer_than_were_asked_for() {
        page(4, task("a", "sub-02", SINCE + 9), task("b", "sub-03", SINCE + 8));
        page(4, task("c", "sub-01", SINCE + 7), task("d", "sub-04", SINCE + 6));
        assertThat(find()).isEqualTo(found("c"));
    }

    @Test
    void a_task_that_slides_onto_the_next_page_is_counted_once() {
        page(3, task("a", "sub-02", SINCE + 9), task("b", null, SINCE + 8));
        page(3, task("b", null, SINCE + 8), task("c", "sub-03", SINCE + 7));
        assertThat(find()).isEqualTo(found("b"));
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void once_a_newest_first_list_is_older_than_the_request_the_rest_need_not_be_read() {
        page(9_000, task("a", "sub-02", SINCE + 9), task("b", "sub-03", SINCE - 1));
        assertThat(find()).isEqualTo(ABSENT);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_list_in_no_order_is_read_on() {
        page(4, task("a", "sub-02", SINCE - 9), task("b", "sub-03", SINCE + 8), task("c", "sub-04", SINCE - 9));
        page(4, task("d", "sub-01", SINCE + 1));
        assertThat(find()).isEqualTo(found("d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | garbage
            200 | {"items":"none"}
            200 | {"total":1,"items":[{"model":"no id"}]}
            401 | {"error":{"code":"AuthenticationError"}}
            503 | {"items":[]}
            """)
    void an_unreadable_list_is_no_absence(int status, String body) {
        server.answers(status, body);
        assertThat(find()).isInstanceOf(Found.Undecided.class);
    }

    @Test
    void an_unreadable_second_page_is_no_absence_either() {
        page(600, full(0));
        server.answers(500, "");
        assertThat(find()).isInstanceOf(Found.Undecided.class);
    }

    @Test
    void a_list_without_end_is_given_up() {
        for (int page = 0; page < 30; page++) {
            page(1_000_000, full(page * 500));
        }
        assertThat(find()).isInstanceOf(Found.Undecided.class);
        assertThat(server.requests()).isEqualTo(20);
    }

    @Test
    void that_no_list_holds_an_image_proves_nothing() {
        assertThat(server.ark.find(Orders.image(Orders.PROMPT), Instant.ofEpochSecond(SINCE), Set.of(),
                server.credential)).isInstanceOf(Found.Undecided.class);
    }

    private Found find(String... known) {
        return server.ark.find(LOST, Instant.ofEpochSecond(SINCE),
                Arrays.stream(known).map(TaskId::new).collect(Collectors.toSet()), server.credential);
    }

    private static Found found(String id) {
        return new Found.Task(new TaskId(id));
    }

    private static String[] full(int from) {
        return IntStream.range(from, from + 500).mapToObj(i -> task("t" + i, "sub-x" + i, SINCE + 100))
                .toArray(String[]::new);
    }

    private void page(int total, String... items) {
        server.answers(200, "{\"total\":" + total + ",\"items\":["
                + Stream.of(items).collect(Collectors.joining(",")) + "]}");
    }

    private static String task(String id, String marker, long created) {
        String echoed = marker == null ? "" : ",\"safety_identifier\":\"" + marker + "\"";
        return "{\"id\":\"" + id
                + "\",\"model\":\"doubao-seedance-1-5-pro-251215\",\"status\":\"running\",\"created_at\":"
                + created + echoed + "}";
    }
}
