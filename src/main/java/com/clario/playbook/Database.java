package com.clario.playbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;

/** Keeps our tables in their own schema, with plain names that H2 and PostgreSQL read alike. */
@Configuration(proxyBeanMethods = false)
class Database extends AbstractJdbcConfiguration {

    static final String SCHEMA = "playbook";

    @Bean
    static NamingStrategy namesInOurSchema() {
        return new NamingStrategy() {
            @Override
            public String getSchema() {
                return SCHEMA;
            }
        };
    }

    @Override
    public JdbcMappingContext jdbcMappingContext(
            Optional<NamingStrategy> namingStrategy,
            JdbcCustomConversions customConversions,
            RelationalManagedTypes jdbcManagedTypes) {
        var context = super.jdbcMappingContext(namingStrategy, customConversions, jdbcManagedTypes);
        context.setForceQuote(false);
        return context;
    }

    /** Flyway quotes the schema's name, H2 stores unquoted names in capitals: both must mean one schema. */
    @Bean
    static FlywayConfigurationCustomizer oneSchemaName(DataSource database) {
        return flyway -> flyway.defaultSchema(nameAsStored(database));
    }

    private static String nameAsStored(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().storesUpperCaseIdentifiers() ? SCHEMA.toUpperCase() : SCHEMA;
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database cannot be reached: " + unreachable.getMessage(), unreachable);
        }
    }
}
