package dev.atelier.db.catalogue;

import java.util.List;

import org.springframework.data.repository.Repository;

interface ProviderRows extends Repository<ProviderRow, String> {

    List<ProviderRow> findAllByOrderByName();

    ProviderRow save(ProviderRow row);
}
