find_package(ZLIB REQUIRED)
target_sources(entente_extract PRIVATE
    datasets/cameo.cpp
    datasets/event_rows.cpp
    datasets/lines.cpp)
target_link_libraries(entente_extract PRIVATE ZLIB::ZLIB PkgConfig::libzstd)
