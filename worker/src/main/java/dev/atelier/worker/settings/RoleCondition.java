package dev.atelier.worker.settings;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

class RoleCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var wanted = metadata.getAnnotationAttributes(OnRole.class.getName());
        String roles = context.getEnvironment().getProperty("atelier.roles", "api,worker");
        boolean has = Arrays.stream(roles.split(",")).map(role -> role.strip().toUpperCase(Locale.ROOT))
                .anyMatch(wanted.get("value").toString()::equals);
        return has != (boolean) wanted.get("not");
    }
}
