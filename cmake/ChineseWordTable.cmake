# Chinese words: the table comes from jieba's dictionary when Tamis is built, because its data is
# Debian's to keep (package python3-jieba).
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_path(JIEBA_FOLDER dict.txt REQUIRED PATH_SUFFIXES jieba PATHS /usr/lib/python3/dist-packages)

# add_chinese_word_table(tamis_text) adds the generated chinese_word_table.cc to the target. It has
# the assembler include the .bin beside it: seven megabytes, which a compiler would chew on.
function(add_chinese_word_table target)
  set(script ${PROJECT_SOURCE_DIR}/tools/make_chinese_word_table.py)
  set(table ${CMAKE_CURRENT_BINARY_DIR}/chinese_word_table)
  add_custom_command(OUTPUT ${table}.cc ${table}.bin
    COMMAND ${Python3_EXECUTABLE} ${script} ${JIEBA_FOLDER} ${table}.cc
    DEPENDS ${script} ${JIEBA_FOLDER}/dict.txt
    COMMENT "Writing chinese_word_table.bin from jieba's dictionary")
  set_source_files_properties(${table}.cc PROPERTIES OBJECT_DEPENDS ${table}.bin)
  target_sources(${target} PRIVATE ${table}.cc)
endfunction()
