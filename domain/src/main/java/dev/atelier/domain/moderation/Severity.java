package dev.atelier.domain.moderation;

import dev.atelier.domain.Word;

public enum Severity implements Word {
    LOW, MEDIUM, HIGH
}
