# Guards the walls between the rooms: which headers of the project each file may include.
#
#     cmake -DROOT=<repository> -P tests/doors.cmake
#
# Includes run one way, extract <- graph <- store <- cli, and through doors only:
#   extract  opens nothing of another room
#   graph    opens extract/records.hpp and extract/date.hpp (which is part of it)
#   store    opens graph/records.hpp, graph/view.hpp, graph/ledger.hpp
#   cli      opens every room
# Libraries stay in their room: RocksDB in store/*.cpp, Boost.Graph in graph/ (and its tests), libxml2 in extract/.
cmake_minimum_required(VERSION 3.25)

set(may_open_extract "^extract/")
set(may_open_graph "^graph/|^extract/(records|date)\\.hpp$")
set(may_open_store "^store/|^graph/(records|view|ledger)\\.hpp$")
set(may_open_cli "^(cli|store|graph|extract)/")

set(broken 0)
function(complain text)
    message(SEND_ERROR "${text}")
    math(EXPR more "${broken} + 1")
    set(broken ${more} PARENT_SCOPE)
endfunction()

foreach(room extract graph store cli)
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${room}/*.hpp ${ROOT}/${room}/*.cpp)
    list(LENGTH files count)
    if(count EQUAL 0)
        complain("no sources in ${room}/: is ROOT right?")
    endif()
    foreach(file ${files})
        file(STRINGS ${ROOT}/${file} ours REGEX "^[ \t]*#[ \t]*include[ \t]*\"")
        foreach(line ${ours})
            string(REGEX REPLACE ".*\"(.*)\".*" "\\1" header "${line}")
            if(NOT header MATCHES "${may_open_${room}}")
                complain("${file} opens \"${header}\", and there is no such door from ${room}")
            endif()
            if(NOT EXISTS ${ROOT}/${header})
                complain("${file} includes \"${header}\", which is not a path from the root of the repository")
            endif()
        endforeach()
        file(STRINGS ${ROOT}/${file} theirs REGEX "^[ \t]*#[ \t]*include[ \t]*<(rocksdb|boost/graph|libxml)/")
        foreach(line ${theirs})
            if(line MATCHES "<rocksdb/" AND NOT file MATCHES "^store/.*\\.cpp$")
                complain("${file} includes RocksDB: that is for store/*.cpp alone")
            elseif(line MATCHES "<boost/graph/" AND NOT room STREQUAL "graph")
                complain("${file} includes Boost.Graph: that is for graph/ alone")
            elseif(line MATCHES "<libxml/" AND NOT room STREQUAL "extract")
                complain("${file} includes libxml2: that is for extract/ alone")
            endif()
        endforeach()
    endforeach()
endforeach()

if(broken EQUAL 0)
    message(STATUS "all walls stand")
endif()
