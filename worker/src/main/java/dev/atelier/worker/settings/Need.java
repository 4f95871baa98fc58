package dev.atelier.worker.settings;

/** What a process cannot do without; each is one or more settings. */
public enum Need {
    DATABASE, STORAGE, SECRETS, TEMPORAL, ROLES, DEPLOYMENT
}
