package dev.atelier.db.tenant;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface ProjectRows extends Repository<ProjectRow, String> {

    boolean existsByOrgIdAndId(String orgId, String id);

    Optional<ProjectRow> findByOrgIdAndName(String orgId, String name);
}
