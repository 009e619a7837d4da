# One static library a folder, one test program a folder, all with the same flags.

# Warnings are the project's own business: a consumer of the library does not see them.
function(tamis_target_flags target)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow
    -Wno-missing-field-initializers  # a member left out of a designated initializer has its default
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # false alarms in gcc 12's std::string (its bug 105651)
    $<$<BOOL:${TAMIS_DEV}>:-Werror>)
endfunction()

# tamis_library(text SOURCES utf8.cc ... LINKS tamis_base ...) makes tamis_text.
function(tamis_library folder)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(tamis_${folder} STATIC ${arg_SOURCES})
  tamis_target_flags(tamis_${folder})
  target_link_libraries(tamis_${folder} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
endfunction()

# tamis_test(text SOURCES utf8_test.cc ... LINKS tamis_text) makes text_test, run as one ctest.
function(tamis_test folder)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${folder}_test ${arg_SOURCES})
  tamis_target_flags(${folder}_test)
  target_link_libraries(${folder}_test PRIVATE ${arg_LINKS} GTest::gtest_main)
  target_compile_definitions(${folder}_test PRIVATE
    TAMIS_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    TAMIS_SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared")
  add_test(NAME ${folder} COMMAND ${folder}_test)
  set_tests_properties(${folder} PROPERTIES TIMEOUT ${TAMIS_TEST_SECONDS_MAX})
endfunction()

# tamis_bench(text SOURCES words_bench.cc ... LINKS tamis_text) makes text_bench.
function(tamis_bench folder)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${folder}_bench ${arg_SOURCES})
  tamis_target_flags(${folder}_bench)
  target_link_libraries(${folder}_bench PRIVATE ${arg_LINKS} benchmark::benchmark_main)
endfunction()

# tamis_fuzz(extract/main_text_fuzz LINKS tamis_extract) makes main_text_fuzz from one file.
function(tamis_fuzz path)
  cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
  get_filename_component(name ${path} NAME)
  add_executable(${name} ${path}.cc)
  tamis_target_flags(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINKS})
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()
