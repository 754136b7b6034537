#include "platform/sql/libpq.h"

#include <dlfcn.h>
#include <stdexcept>
#include <string>

namespace sql {

template <class Function>
Function* Libpq::named(const char* name) const {
    void* const found = dlsym(library_, name);
    if (!found) {
        throw std::runtime_error(std::string("PostgreSQL's client library (libpq.so.5) lacks ") +
                                 name + ": version 14 or newer is needed.");
    }
    return reinterpret_cast<Function*>(found);
}

Libpq::Libpq()
    : library_([] {
          void* const opened = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
          if (opened) return opened;
          throw std::runtime_error("PostgreSQL's client library (libpq.so.5) is not installed. On "
                                   "Debian: apt-get install libpq5.");
      }()),
      connectdbParams(named<decltype(PQconnectdbParams)>("PQconnectdbParams")),
      conninfoParse(named<decltype(PQconninfoParse)>("PQconninfoParse")),
      conninfoFree(named<decltype(PQconninfoFree)>("PQconninfoFree")),
      finish(named<decltype(PQfinish)>("PQfinish")),
      status(named<decltype(PQstatus)>("PQstatus")),
      socket(named<decltype(PQsocket)>("PQsocket")),
      errorMessage(named<decltype(PQerrorMessage)>("PQerrorMessage")),
      setNoticeProcessor(named<decltype(PQsetNoticeProcessor)>("PQsetNoticeProcessor")),
      exec(named<decltype(PQexec)>("PQexec")),
      enterPipelineMode(named<decltype(PQenterPipelineMode)>("PQenterPipelineMode")),
      exitPipelineMode(named<decltype(PQexitPipelineMode)>("PQexitPipelineMode")),
      pipelineSync(named<decltype(PQpipelineSync)>("PQpipelineSync")),
      sendPrepare(named<decltype(PQsendPrepare)>("PQsendPrepare")),
      sendQueryPrepared(named<decltype(PQsendQueryPrepared)>("PQsendQueryPrepared")),
      sendQueryParams(named<decltype(PQsendQueryParams)>("PQsendQueryParams")),
      consumeInput(named<decltype(PQconsumeInput)>("PQconsumeInput")),
      isBusy(named<decltype(PQisBusy)>("PQisBusy")),
      getResult(named<decltype(PQgetResult)>("PQgetResult")),
      resultStatus(named<decltype(PQresultStatus)>("PQresultStatus")),
      resultErrorField(named<decltype(PQresultErrorField)>("PQresultErrorField")),
      cmdStatus(named<decltype(PQcmdStatus)>("PQcmdStatus")),
      cmdTuples(named<decltype(PQcmdTuples)>("PQcmdTuples")),
      ntuples(named<decltype(PQntuples)>("PQntuples")),
      nfields(named<decltype(PQnfields)>("PQnfields")),
      ftype(named<decltype(PQftype)>("PQftype")),
      getvalue(named<decltype(PQgetvalue)>("PQgetvalue")),
      getlength(named<decltype(PQgetlength)>("PQgetlength")),
      getisnull(named<decltype(PQgetisnull)>("PQgetisnull")),
      clear(named<decltype(PQclear)>("PQclear")) {}

}  // namespace sql
