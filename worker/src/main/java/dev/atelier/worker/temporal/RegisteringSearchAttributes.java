package dev.atelier.worker.temporal;

import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.workflows.SearchAttributes;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;

/** Registers what runs can be searched by, where the server lacks it and lets us. */
@Component
class RegisteringSearchAttributes {

    private static final Logger log = LoggerFactory.getLogger(RegisteringSearchAttributes.class);

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    RegisteringSearchAttributes(WorkflowServiceStubs stubs, WorkflowClient client) {
        this.stubs = stubs;
        this.client = client;
    }

    void register() {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(
                OperatorServiceStubsOptions.newBuilder().setChannel(stubs.getRawChannel())
                        .validateAndBuildWithDefaults());
        String namespace = client.getOptions().getNamespace();
        Set<String> known = known(operator, namespace);
        SearchAttributes.ALL.forEach((name, type) -> {
            if (!known.contains(name)) {
                add(operator, AddSearchAttributesRequest.newBuilder().setNamespace(namespace)
                        .putSearchAttributes(name, type).build());
            }
        });
    }

    /** The SDK's test server cannot list; adding what is there already is harmless. */
    private static Set<String> known(OperatorServiceStubs operator, String namespace) {
        try {
            return operator.blockingStub()
                    .listSearchAttributes(ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
                    .getCustomAttributesMap().keySet();
        } catch (StatusRuntimeException refused) {
            if (refused.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw refused;
            }
            return Set.of();
        }
    }

    private static void add(OperatorServiceStubs operator, AddSearchAttributesRequest request) {
        try {
            operator.blockingStub().addSearchAttributes(request);
            log.info("registered search attributes {}", request.getSearchAttributesMap().keySet());
        } catch (StatusRuntimeException refused) {
            if (refused.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw refused;
            }
        }
    }
}
