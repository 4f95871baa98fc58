package dev.atelier.db.secret;

/** What fingerprints and webhook secrets are derived from: the same for ever, whatever key it is sealed with. */
record RootSecret(KeyMaterial material) {

    static RootSecret of(String text) {
        return new RootSecret(KeyMaterial.of(text));
    }

    @Override
    public String toString() {
        return "RootSecret[***]";
    }
}
