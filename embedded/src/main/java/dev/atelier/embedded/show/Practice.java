package dev.atelier.embedded.show;

import java.util.List;

/**
 * A provider of the demo: where the sandbox speaks its protocol, and the accounts there; one more provider is one line.
 *
 * @param path   below the sandbox's address
 * @param secret how its keys begin; the account's number follows
 * @param sites  of each account, in turn
 * @param media  what its accounts make
 */
record Practice(String provider, String path, String secret, List<String> sites, List<String> media) {

    static final List<Practice> ALL = List.of(
            new Practice("ark", "/ark/api/v3", "ark-demo-", List.of("cn", "cn", "us", "us", "hk", "jp", "sg", "cn"),
                    List.of("image", "video", "mesh")),
            new Practice("jimeng", "/jimeng", "jimeng-demo-", List.of("cn", "us", "hk", "jp", "sg"),
                    List.of("image", "video")),
            new Practice("tripo", "/tripo/v3", "tsk_demo-", List.of("us", "cn"), List.of("mesh")),
            new Practice("volcengine", "", "AKEXAMPLE:SKEXAMPLE", List.of("cn", "cn"), List.of("image", "video")),
            new Practice("fal", "/fal", "fal-demo-", List.of("us"), List.of("image", "video", "mesh")),
            new Practice("replicate", "/replicate/v1", "replicate-demo-", List.of("us"),
                    List.of("image", "video", "mesh")),
            new Practice("openai", "/openai/v1", "openai-demo-", List.of("us"), List.of("image")));

    static boolean there(String provider) {
        return ALL.stream().anyMatch(practice -> practice.provider().equals(provider));
    }

    String account(int number) {
        return provider + "-demo-" + number;
    }

    /** The last of the first provider's accounts is the demo's own. */
    boolean own(int number) {
        return provider.equals("ark") && number == sites.size();
    }
}
