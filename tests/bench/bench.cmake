# Programs that measure; run.sh runs them and prints one table.
find_package(benchmark REQUIRED)

add_executable(generate_store bench/generate_store.cpp)
target_link_libraries(generate_store PRIVATE entente_rules entente::store fmt::fmt)

add_executable(store_bench bench/store_bench.cpp)
target_link_libraries(store_bench PRIVATE entente_rules entente::store benchmark::benchmark)

add_executable(actors_bench bench/actors_bench.cpp)
target_link_libraries(actors_bench PRIVATE entente_rules entente::extract benchmark::benchmark)
