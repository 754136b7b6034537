# Prints the people of a JSON file, one a line: cmake -DFILE=PATH -P tools/people.cmake.
# CMake reads JSON, and is there wherever Moothall is built.
file(READ "${FILE}" text)
string(JSON count LENGTH "${text}")
if(count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(i RANGE ${last})
        string(JSON role GET "${text}" ${i} role)
        string(JSON name GET "${text}" ${i} name)
        string(JSON email GET "${text}" ${i} email)
        execute_process(COMMAND ${CMAKE_COMMAND} -E echo "${role}\t${name}\t${email}")
    endforeach()
endif()
