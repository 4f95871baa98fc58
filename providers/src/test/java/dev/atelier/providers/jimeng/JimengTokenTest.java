package dev.atelier.providers.jimeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.account.Site;
import dev.atelier.domain.provider.Credential;

class JimengTokenTest {

    @Test
    void a_session_goes_with_its_sites_prefix_and_its_proxy() {
        assertThat(JimengToken.of(at(Site.CN, "s1", null))).isEqualTo("s1");
        for (Site site : new Site[]{Site.US, Site.HK, Site.JP, Site.SG}) {
            assertThat(JimengToken.of(at(site, "s1", null))).isEqualTo(site.word() + "-s1");
        }
        assertThat(JimengToken.of(at(Site.US, "us-s1", null))).as("marked already").isEqualTo("us-s1");
        assertThat(JimengToken.of(at(Site.JP, "s1", "socks5://10.0.0.1:1080")))
                .isEqualTo("socks5://10.0.0.1:1080@jp-s1");
    }

    @Test
    void a_list_a_proxy_inside_or_another_sites_session_is_no_credential() {
        assertThat(JimengToken.problem(at(Site.CN, "s1,s2", null))).contains("comma");
        assertThat(JimengToken.problem(at(Site.CN, "http://p@s1", null))).contains("proxy");
        assertThat(JimengToken.problem(at(Site.CN, "us-s1", null))).contains("us").contains("cn");
        assertThat(JimengToken.problem(at(Site.HK, "hk-s1", null))).isNull();
    }

    private static Credential at(Site site, String session, String proxy) {
        return new Credential("acc-01", URI.create("http://127.0.0.1:5100"), session, site,
                proxy == null ? null : URI.create(proxy));
    }
}
