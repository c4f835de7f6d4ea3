// libpq 14 or later, with pipeline mode.
#pragma once
#include <libpq-fe.h>

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
