// libpq 14 or later, with pipeline mode.
#pragma once
#include <libpq-fe.h>
#include <string.h>

// Libpq writes notices to standard error unless it is told otherwise.
static inline void CPostgres_drop_notice(void *context, const PGresult *notice) {}

static inline void CPostgres_drop_notices(PGconn *connection) {
    PQsetNoticeReceiver(connection, CPostgres_drop_notice, NULL);
}

// The letters of an SQLSTATE; NULL for a failure that the server did not tell.
static inline const char *CPostgres_state(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

static inline const char *CPostgres_message(const PGresult *result) {
    return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
}

// Whether the server ends the connection with that error.
static inline int CPostgres_is_fatal(const PGresult *result) {
    const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    return severity != NULL && (strcmp(severity, "FATAL") == 0 || strcmp(severity, "PANIC") == 0);
}
