package dev.atelier.domain.account;

import dev.atelier.domain.Word;

/** Why a medium of an account is not available; only quota and rate pass by themselves. */
public enum UnavailableReason implements Word {
    QUOTA, RATE, AUTH, RISK, BAN, MANUAL
}
