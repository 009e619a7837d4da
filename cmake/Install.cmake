# `cmake --install` gives a folder that runs on another machine of the same kind: the program, the
# shared libraries that it needs (all but the C and C++ runtimes), recipes, man pages, completion.
set(libraries lib/tamis)
# DT_RPATH, not DT_RUNPATH: it holds for the libraries of libraries too.
set_target_properties(tamis PROPERTIES INSTALL_RPATH "$ORIGIN/../${libraries}")
target_link_options(tamis PRIVATE -Wl,--disable-new-dtags)

install(TARGETS tamis RUNTIME_DEPENDENCY_SET tamis_libraries DESTINATION bin)
install(RUNTIME_DEPENDENCY_SET tamis_libraries
  PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread|gcc_s|stdc\\+\\+)\\.so"
  POST_EXCLUDE_REGEXES "/ld-linux"
  DESTINATION ${libraries})
install(DIRECTORY recipes DESTINATION share/tamis)
install(FILES LICENSE README.md README.zh-CN.md DESTINATION share/doc/tamis OPTIONAL)

# The program describes itself, so it is run for its manual.
install(CODE "
  set(program \${CMAKE_INSTALL_PREFIX}/bin/tamis)
  execute_process(COMMAND \${program} dev man --folder \${CMAKE_INSTALL_PREFIX}/share/man/man1
    COMMAND_ERROR_IS_FATAL ANY)
  foreach(shell IN ITEMS bash:bash-completion/completions/tamis zsh:zsh/site-functions/_tamis
      fish:fish/vendor_completions.d/tamis.fish)
    string(REPLACE \":\" \";\" shell \${shell})
    list(GET shell 0 name)
    list(GET shell 1 path)
    get_filename_component(folder \${CMAKE_INSTALL_PREFIX}/share/\${path} DIRECTORY)
    file(MAKE_DIRECTORY \${folder})
    execute_process(COMMAND \${program} dev completion \${name}
      OUTPUT_FILE \${CMAKE_INSTALL_PREFIX}/share/\${path} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
")
