package dev.atelier.embedded.temporal;

import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.internal.testservice.TestServicesStarter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * The SDK's test server as a process of its own, in real time. Not through {@code io.temporal.testserver.TestServer},
 * which listens on every network of the machine.
 */
public final class TestServer {
    private TestServer() {
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        TestServicesStarter services = new TestServicesStarter(true, 0);
        HealthStatusManager health = new HealthStatusManager();
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                .addService(health.getHealthService());
        services.getServices().forEach(builder::addService);
        Server server = builder.build().start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        registerSearchAttributes(port);
        health.setStatus(WorkflowServiceStubs.HEALTH_CHECK_SERVICE_NAME, ServingStatus.SERVING);
        server.awaitTermination();
    }

    private static void registerSearchAttributes(int port) throws InterruptedException {
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        try {
            OperatorServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS).addSearchAttributes(
                    AddSearchAttributesRequest.newBuilder().putAllSearchAttributes(SearchAttributes.types()).build());
        } finally {
            channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }
}
