package dev.atelier.api.security;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import dev.atelier.db.tenant.Caller;

/** A controller that names a {@link Caller} gets the one whose key came with the request. */
class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
            WebDataBinderFactory binder) {
        Authentication holder = SecurityContextHolder.getContext().getAuthentication();
        if (holder != null && holder.getPrincipal() instanceof KeyHolder key) {
            return key.caller();
        }
        throw new IllegalStateException("a route that wants a caller must not be open");
    }
}
