# Every `migrations/NNNN_name.sqlite.sql` with its `.postgres.sql` becomes part of the program, in
# the order of the rooms in src/house and then of the numbers.

function(embed_migrations)
    get_property(rooms GLOBAL PROPERTY HOUSE_ROOMS)
    set(entries "")
    foreach(room ${rooms})
        file(GLOB steps CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/migrations/*.sqlite.sql)
        list(SORT steps)
        foreach(sqlite ${steps})
            string(REPLACE ".sqlite.sql" ".postgres.sql" postgres ${sqlite})
            get_filename_component(name ${sqlite} NAME)
            string(REPLACE ".sqlite.sql" "" name ${name})
            get_filename_component(short ${room} NAME)
            file(READ ${sqlite} sqlite_text)
            file(READ ${postgres} postgres_text)
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sqlite} ${postgres})
            string(APPEND entries "    {\"${short}\", \"${name}\", R\"sql(${sqlite_text})sql\", "
                   "R\"sql(${postgres_text})sql\"},\n")
        endforeach()
    endforeach()
    string(CONCAT text "// Made by cmake/migrations.cmake.\n#include \"app/migrations.h\"\n\n"
           "namespace app {\n\nnamespace {\n\nconst sql::Migration steps[] = {\n${entries}};\n\n"
           "}  // namespace\n\nstd::span<const sql::Migration> migrations() { return steps; }\n\n"
           "}  // namespace app\n")
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/migrations.cpp CONTENT "${text}")
    target_sources(app PRIVATE ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
endfunction()
