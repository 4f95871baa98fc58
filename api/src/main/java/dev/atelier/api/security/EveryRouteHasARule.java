package dev.atelier.api.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Refuses to start with a route that nobody has thought about. */
@Component
class EveryRouteHasARule implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping requestMappingHandlerMapping;

    EveryRouteHasARule(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.requestMappingHandlerMapping = requestMappingHandlerMapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> bare = unruled(requestMappingHandlerMapping.getHandlerMethods().keySet());
        if (!bare.isEmpty()) {
            throw new IllegalStateException("no rule in Routes says who may call " + bare);
        }
    }

    static List<String> unruled(Set<RequestMappingInfo> routes) {
        return routes.stream().flatMap(EveryRouteHasARule::unruled).sorted().toList();
    }

    private static Stream<String> unruled(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return route.getPatternValues().stream().filter(path -> !open(path)).flatMap(path -> methods.isEmpty()
                ? Stream.of("any method " + path)
                : methods.stream().filter(method -> !ruled(method, path)).map(method -> method + " " + path));
    }

    private static boolean ruled(RequestMethod method, String path) {
        return Routes.RULES.stream().anyMatch(
                rule -> rule.method().equals(HttpMethod.valueOf(method.name())) && rule.path().equals(path));
    }

    private static boolean open(String path) {
        return Routes.OPEN.stream().map(PathPatternParser.defaultInstance::parse)
                .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }
}
