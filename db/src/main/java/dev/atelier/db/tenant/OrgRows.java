package dev.atelier.db.tenant;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface OrgRows extends Repository<OrgRow, String> {

    Optional<OrgRow> findByName(String name);

    boolean existsById(String id);
}
