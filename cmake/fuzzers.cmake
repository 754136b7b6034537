# One libFuzzer program a `fuzz_NAME.cpp` in a room, linked with that room, all under
# AddressSanitizer and UndefinedBehaviorSanitizer: cmake --preset fuzz && ninja -C build/fuzz fuzzers.

if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "the fuzz targets need clang: cmake --preset fuzz")
endif()

set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
# Warnings are g++'s to judge; the two compilers differ in what they find.
set(no_errors -Wno-error -Wno-unknown-warning-option)
set(fuzz_options ${sanitizers} -fsanitize=fuzzer-no-link ${no_errors})

get_property(rooms GLOBAL PROPERTY HOUSE_ROOMS)
foreach(room ${rooms})
    room_target(${room} target)
    target_compile_options(${target} PRIVATE ${fuzz_options})
endforeach()
if(TARGET asset_pack)
    target_compile_options(asset_pack PRIVATE ${no_errors})
endif()
# Only the fuzz programs are linked here.
set_target_properties(moothall PROPERTIES EXCLUDE_FROM_ALL ON)

add_custom_target(fuzzers)
foreach(room ${rooms})
    file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/fuzz_*.cpp)
    foreach(source ${fuzz_sources})
        room_target(${room} target)
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        target_compile_options(${name} PRIVATE ${fuzz_options})
        target_link_libraries(${name} PRIVATE ${target})
        target_link_options(${name} PRIVATE ${sanitizers} -fsanitize=fuzzer)
        set_target_properties(${name} PROPERTIES
                              RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
        add_dependencies(fuzzers ${name})
    endforeach()
endforeach()
