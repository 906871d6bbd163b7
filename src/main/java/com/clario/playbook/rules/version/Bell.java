package com.clario.playbook.rules.version;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until rules are published: PostgreSQL rings on a connection of its own, elsewhere only time passes. */
final class Bell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private final DataSource source;
    private volatile Connection line;
    private boolean silent;
    private boolean told;

    /** Listens on connections of this source, which should not be those of a pool. */
    Bell(DataSource source) {
        this.source = source;
    }

    /** Comes back when it rings, after this time at the latest. */
    void await(Duration most) throws InterruptedException {
        if (!silent) {
            try {
                var open = line == null ? listen() : line;
                if (open != null) {
                    open.unwrap(PGConnection.class).getNotifications(Math.toIntExact(most.toMillis()));
                    return;
                }
            } catch (SQLException gone) {
                hangUp(gone);
            }
        }
        Thread.sleep(most.toMillis());
    }

    @Override
    public void close() {
        var open = line;
        line = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException broken) {
                LOG.debug("The line was gone already", broken);
            }
        }
    }

    private Connection listen() throws SQLException {
        var connection = source.getConnection();
        if (!connection.isWrapperFor(PGConnection.class)) {
            silent = true;
            connection.close();
            return null;
        }
        line = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("listen playbook_rules");
        }
        told = false;
        return connection;
    }

    private void hangUp(SQLException gone) {
        close();
        if (!told && !Thread.currentThread().isInterrupted()) {
            told = true;
            LOG.warn("Nobody rings when rules are published ({}); looking every second instead", gone.getMessage());
        }
    }
}
