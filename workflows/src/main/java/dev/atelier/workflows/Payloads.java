package dev.atelier.workflows;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.domain.job.Next;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;

/** How values cross Temporal. An older worker must not die of a field that a newer one added. */
public final class Payloads {

    private Payloads() {
    }

    public static DataConverter converter() {
        ObjectMapper mapper = JacksonJsonPayloadConverter.newDefaultObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).addMixIn(Next.class, NextByName.class);
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper));
    }

    /** The domain knows no JSON; this is how its decision is told apart in a history. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "next")
    @JsonSubTypes({@JsonSubTypes.Type(value = Next.Submit.class, name = "submit"),
            @JsonSubTypes.Type(value = Next.Wait.class, name = "wait"),
            @JsonSubTypes.Type(value = Next.Persist.class, name = "persist"),
            @JsonSubTypes.Type(value = Next.Convert.class, name = "convert"),
            @JsonSubTypes.Type(value = Next.Ended.class, name = "ended")})
    private interface NextByName {
    }
}
