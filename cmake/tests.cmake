# One test program a room, made of its *_test.cpp; `tests/` holds those of the whole house.

find_package(GTest REQUIRED)
include(GoogleTest)

function(add_room_tests room)
    file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*_test.cpp)
    if(NOT tests)
        return()
    endif()
    file(GLOB also CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/test_*.cpp)
    room_target(${room} target)
    add_executable(test_${target} ${tests} ${also})
    target_link_libraries(test_${target} PRIVATE ${target} test_support GTest::gtest
                          GTest::gtest_main)
    set_property(GLOBAL APPEND PROPERTY HOUSE_TESTS test_${target})
    set_target_properties(test_${target} PROPERTIES
                          RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
endfunction()

file(GLOB support CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp
     ${CMAKE_SOURCE_DIR}/src/platform/sql/test_*.cpp)
add_library(test_support STATIC ${support})
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
target_include_directories(test_support PUBLIC ${CMAKE_SOURCE_DIR})
target_link_libraries(test_support PUBLIC app GTest::gtest PkgConfig::SQLITE PkgConfig::SODIUM
                      PkgConfig::BROTLI_DECODER PkgConfig::ZLIB PkgConfig::ZIP PkgConfig::GUMBO
                      PkgConfig::OPENSSL md4c deflate)
target_include_directories(test_support SYSTEM PUBLIC /usr/include/postgresql)

get_property(rooms GLOBAL PROPERTY HOUSE_ROOMS)
foreach(room ${rooms})
    add_room_tests(${room})
endforeach()
# It starts a server that lies beside it; __FILE__ is no absolute path under every compiler cache.
target_compile_definitions(test_platform_mail PRIVATE SOURCE_FOLDER="${CMAKE_SOURCE_DIR}")

# Each header compiles alone. Where a source of the same name lies beside it, that source proves it:
# tests/house_test sees to it that the header comes first there. For each of the others a source of
# one line is made.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.h)
set(lone_headers "")
foreach(header IN LISTS headers)
    string(REGEX REPLACE "\\.h$" ".cpp" own_source ${header})
    if(EXISTS ${own_source})
        continue()
    endif()
    file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR}/src ${header})
    set(source ${CMAKE_BINARY_DIR}/lone_headers/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${name}\"\n" @ONLY)
    list(APPEND lone_headers ${source})
endforeach()
add_library(lone_headers OBJECT ${lone_headers})
target_link_libraries(lone_headers PRIVATE test_support)
target_compile_options(lone_headers PRIVATE -O0)

# The house's own tests, a program each: most of what they do is to wait for servers.
file(GLOB house_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/*_test.cpp)
foreach(source IN LISTS house_tests)
    get_filename_component(name ${source} NAME_WE)
    string(REGEX REPLACE "_test$" "" name ${name})
    add_executable(test_${name} ${source})
    target_link_libraries(test_${name} PRIVATE test_support GTest::gtest GTest::gtest_main)
    target_compile_definitions(test_${name} PRIVATE SOURCE_FOLDER="${CMAKE_SOURCE_DIR}")
    set_target_properties(test_${name} PROPERTIES
                          RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    set_property(GLOBAL APPEND PROPERTY HOUSE_TESTS test_${name})
endforeach()
add_dependencies(test_house lone_headers)

# What a benchmark measures from inside; bench/gate.py builds it.
add_executable(bench_gate EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/bench/gate.cpp)
target_link_libraries(bench_gate PRIVATE test_support GTest::gtest GTest::gtest_main)
set_target_properties(bench_gate PROPERTIES OUTPUT_NAME gate
                      RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
