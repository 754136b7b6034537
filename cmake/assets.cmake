# Front-end assets: minified by esbuild and lightningcss where node and node_modules are there, as
# they are otherwise; then hashed, compressed and embedded by asset_pack.

function(embed_assets target)
    set(built ${CMAKE_BINARY_DIR}/assets)
    set(generated ${CMAKE_BINARY_DIR}/generated)
    file(GLOB_RECURSE inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*)
    find_program(NODE node)
    if(NODE AND EXISTS ${CMAKE_SOURCE_DIR}/node_modules/esbuild)
        set(build ${NODE} ${CMAKE_SOURCE_DIR}/tools/assets/build.mjs ${built})
        message(STATUS "assets: minified by node")
    else()
        set(build sh ${CMAKE_SOURCE_DIR}/tools/assets/build.sh ${built})
        message(STATUS "assets: served as they are (no node_modules)")
    endif()
    pkg_check_modules(ASSET_SODIUM REQUIRED IMPORTED_TARGET libsodium)
    add_executable(asset_pack ${CMAKE_SOURCE_DIR}/src/platform/assets/pack.cpp)
    target_include_directories(asset_pack PRIVATE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(asset_pack PRIVATE PkgConfig::SODIUM PkgConfig::BROTLI deflate)
    add_custom_command(
        OUTPUT ${generated}/assets_table.cpp ${generated}/assets_bytes.S
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${built}
        COMMAND ${build}
        COMMAND asset_pack ${built} ${generated}/assets_table.cpp ${generated}/assets_bytes.S
        DEPENDS ${inputs} asset_pack ${CMAKE_SOURCE_DIR}/tools/assets/build.mjs
                ${CMAKE_SOURCE_DIR}/tools/assets/build.sh
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        COMMENT "assets"
        VERBATIM)
    target_sources(${target} PRIVATE ${generated}/assets_table.cpp ${generated}/assets_bytes.S)
endfunction()
