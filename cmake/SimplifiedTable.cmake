# Traditional to simplified Chinese: the table comes from OpenCC's dictionaries when Tamis is built,
# because their data is Debian's to keep (packages opencc and libopencc-data).
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(OPENCC_DICT opencc_dict REQUIRED)
find_path(OPENCC_DICTIONARIES TSPhrases.ocd2 REQUIRED PATH_SUFFIXES opencc share/opencc
  PATHS /usr/share /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE} /usr/lib)

# add_simplified_table(tamis_text) adds the generated simplified_table.cc to the target.
function(add_simplified_table target)
  set(script ${PROJECT_SOURCE_DIR}/tools/make_simplified_table.py)
  set(table ${CMAKE_CURRENT_BINARY_DIR}/simplified_table.cc)
  add_custom_command(OUTPUT ${table}
    COMMAND ${Python3_EXECUTABLE} ${script} ${OPENCC_DICT} ${OPENCC_DICTIONARIES} ${table}
    DEPENDS ${script}
    COMMENT "Writing simplified_table.cc from OpenCC's dictionaries")
  target_sources(${target} PRIVATE ${table})
endfunction()
