# The Debian package: ninja -C build/release moothall && (cd build/release && cpack).

set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY TRUE)  # only the program is packed; tests need not be built

install(TARGETS moothall RUNTIME DESTINATION bin)
install(FILES packaging/moothall.service packaging/moothall.socket DESTINATION lib/systemd/system)
install(FILES packaging/moothall.toml DESTINATION /etc/moothall)
install(FILES packaging/copyright DESTINATION share/doc/moothall)
foreach(document CHANGELOG.md SECURITY.md docs/howto/run-behind-nginx.md
        docs/howto/run-on-postgres.md docs/howto/mail-that-arrives.md docs/howto/upgrade.md
        docs/howto/back-up-and-restore.md docs/howto/sign-in.md docs/howto/bring-a-roll.md)
    install(FILES ${document} DESTINATION share/doc/moothall OPTIONAL)
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME moothall)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The authors of Moothall <security@moothall.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "members' platform for a professional network")
set(CPACK_PACKAGE_DESCRIPTION
    "Moothall is the place on which a professional network lives: its forum and its members.
One program with its own database (SQLite, or PostgreSQL where there is one).")
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, ca-certificates, fonts-dejavu-core, fonts-dejavu-extra, tzdata")
# libpq is opened at run time, and only for a PostgreSQL database.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libpq5, postgresql-client")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "nginx-light | nginx | caddy, postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "")
foreach(part conffiles preinst postinst prerm postrm)
    list(APPEND CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/packaging/${part})
endforeach()
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
