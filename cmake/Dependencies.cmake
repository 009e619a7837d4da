# Every third-party library, and how it is found; docs/design/dependencies.md says why each is here.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(tl-expected CONFIG REQUIRED)   # tl::expected
find_package(simdjson CONFIG REQUIRED)      # simdjson::simdjson
find_package(fmt CONFIG REQUIRED)           # fmt::fmt
find_package(CLI11 CONFIG REQUIRED)         # CLI11::CLI11
find_package(yaml-cpp CONFIG REQUIRED)      # yaml-cpp
find_package(ICU REQUIRED COMPONENTS uc data)
find_package(ZLIB REQUIRED)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(libzstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(libbrotlidec REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(libxxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(libhs REQUIRED IMPORTED_TARGET libhs)
pkg_check_modules(libpsl REQUIRED IMPORTED_TARGET libpsl)

# CLD2 has neither a CMake config nor a .pc. Its full tables replace the small ones by symbol
# interposition, so they come first and must not be dropped as "not needed".
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
find_library(CLD2_FULL_LIBRARY cld2_full REQUIRED)
add_library(cld2 INTERFACE)
target_include_directories(cld2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})
target_link_libraries(cld2 INTERFACE
  "-Wl,--push-state,--no-as-needed" ${CLD2_FULL_LIBRARY} ${CLD2_LIBRARY} "-Wl,--pop-state")

if(TAMIS_DEV)
  find_package(GTest REQUIRED)              # GTest::gtest_main
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
if(TAMIS_BENCH)
  find_package(benchmark CONFIG REQUIRED)   # benchmark::benchmark_main
endif()
