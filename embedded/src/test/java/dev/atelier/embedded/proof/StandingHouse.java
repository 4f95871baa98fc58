package dev.atelier.embedded.proof;

import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.testbed.RealHouse;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Raises one house for all classes and puts back, before each, what the last one pulled. */
final class StandingHouse implements ParameterResolver, BeforeAllCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealHouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return house(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        house(context).plugs().startAll();
    }

    private static RealHouse house(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(StandingHouse.class)).computeIfAbsent("house",
                key -> new RealHouse(Testbed.split()), RealHouse.class);
    }
}
