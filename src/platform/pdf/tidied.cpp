#include "platform/pdf/tidied.h"

#include <memory>
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace pdf {

namespace {

// What stands behind the last tag of a page is its number, which is no part of the text.
void mark_page_number(QPDF& file, QPDFPageObjectHelper& page) {
    auto object = page.getObjectHandle();
    object.coalesceContentStreams();
    auto contents = object.getKey("/Contents");
    const auto buffer = contents.getStreamData();
    std::string bytes(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    const auto last = bytes.rfind("EMC");
    if (last == bytes.npos) return;
    bytes.insert(last + 3, "\n/Artifact BMC");
    bytes += "\nEMC\n";
    object.replaceKey("/Contents", file.newStream(bytes));
}

}  // namespace

std::string tidied(std::string_view drawn, const std::string& title, const std::string& language) {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("drawn", drawn.data(), drawn.size());
    auto root = file.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    auto told = QPDFObjectHandle::newDictionary();
    told.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title));
    file.getTrailer().replaceKey("/Info", file.makeIndirectObject(told));
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
        mark_page_number(file, page);
        page.getObjectHandle().replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
    }
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setCompressStreams(true);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto out = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(out->getBuffer()), out->getSize()};
}

}  // namespace pdf
