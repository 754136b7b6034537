#pragma once
// PostgreSQL's client library, opened when the first PostgreSQL address is: a community on SQLite
// pays nothing for it, and there is one program for both. Included by postgres*.cpp only.

#include <postgresql/libpq-fe.h>

namespace sql {

// The functions that we use, named as there without "PQ".
struct Libpq {
    Libpq();  // throws std::runtime_error with a sentence when the library is not installed
    Libpq(const Libpq&) = delete;

private:
    // Never closed: the libraries that it brings along (Kerberos, GnuTLS) do not bear to be.
    void* const library_;
    template <class Function>
    Function* named(const char* name) const;

public:
    decltype(PQconnectdbParams)* const connectdbParams;
    decltype(PQconninfoParse)* const conninfoParse;
    decltype(PQconninfoFree)* const conninfoFree;
    decltype(PQfinish)* const finish;
    decltype(PQstatus)* const status;
    decltype(PQsocket)* const socket;
    decltype(PQerrorMessage)* const errorMessage;
    decltype(PQsetNoticeProcessor)* const setNoticeProcessor;
    decltype(PQexec)* const exec;
    decltype(PQenterPipelineMode)* const enterPipelineMode;
    decltype(PQexitPipelineMode)* const exitPipelineMode;
    decltype(PQpipelineSync)* const pipelineSync;
    decltype(PQsendPrepare)* const sendPrepare;
    decltype(PQsendQueryPrepared)* const sendQueryPrepared;
    decltype(PQsendQueryParams)* const sendQueryParams;
    decltype(PQconsumeInput)* const consumeInput;
    decltype(PQisBusy)* const isBusy;
    decltype(PQgetResult)* const getResult;
    decltype(PQresultStatus)* const resultStatus;
    decltype(PQresultErrorField)* const resultErrorField;
    decltype(PQcmdStatus)* const cmdStatus;
    decltype(PQcmdTuples)* const cmdTuples;
    decltype(PQntuples)* const ntuples;
    decltype(PQnfields)* const nfields;
    decltype(PQftype)* const ftype;
    decltype(PQgetvalue)* const getvalue;
    decltype(PQgetlength)* const getlength;
    decltype(PQgetisnull)* const getisnull;
    decltype(PQclear)* const clear;
};

}  // namespace sql
