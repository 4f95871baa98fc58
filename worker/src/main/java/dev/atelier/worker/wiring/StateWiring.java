package dev.atelier.worker.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.activities.WorkerName;
import dev.atelier.activities.mesh.CheckingOutputs;
import dev.atelier.activities.mesh.Ffmpeg;
import dev.atelier.activities.mesh.Engines;
import dev.atelier.activities.mesh.MeasuringModels;
import dev.atelier.activities.mesh.Scratch;
import dev.atelier.activities.tell.RingingBell;
import dev.atelier.db.DbConfiguration;
import dev.atelier.db.asset.ModelMeter;
import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Limits;
import dev.atelier.db.job.OutputRules;
import dev.atelier.db.job.Tellings;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.workflows.client.Doorbell;

/** What every role needs: the database, brought up to date before anything reads it, and the bell. */
@Configuration
@Import({DbConfiguration.class, UseCaseInputs.class})
class StateWiring {

    @Bean
    Limits limits(AtelierSettings settings) {
        return settings.database().limits(settings.roles());
    }

    @Bean
    DataSource dataSource(Environment environment, AtelierSettings settings, Limits limits) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String user = environment.getProperty("spring.datasource.username");
        String password = environment.getProperty("spring.datasource.password");
        // A migration takes as long as it takes; what comes after has limits.
        try (HikariDataSource patient = Databases.open(url, user, password, 3, Limits.NONE)) {
            UpToDate.bring(patient);
        }
        return Databases.open(url, user, password, settings.database().connections(), limits);
    }

    @Bean
    RingingBell bell(Doorbell doorbell, ObjectProvider<Tellings> tellings) {
        return new RingingBell(doorbell, tellings::getObject);
    }

    @Bean
    Scratch scratch(AtelierSettings settings) {
        return new Scratch(settings.scratch() == null
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : settings.scratch());
    }

    @Bean
    Engines engines(AtelierSettings settings) {
        return new Engines(settings.conversions().engine(), settings.conversions().studioPython());
    }

    @Bean
    ModelMeter modelMeter(Scratch scratch) {
        return new MeasuringModels(scratch);
    }

    @Bean
    Ffmpeg ffmpeg(AtelierSettings settings) {
        return Ffmpeg.find(settings.ffmpeg());
    }

    @Bean
    OutputRules outputRules() {
        return new CheckingOutputs();
    }

    @Bean
    WorkerName workerName(AtelierSettings settings) throws UnknownHostException {
        return new WorkerName(settings.workerName() != null && !settings.workerName().isBlank()
                ? settings.workerName()
                : ProcessHandle.current().pid() + "@" + InetAddress.getLocalHost().getHostName());
    }
}
