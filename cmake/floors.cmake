# Declares one library of the engine and the libraries it may stand on.
#
#   verbale_library(document ON core)
#   verbale_library(resolve_dates FOLDER stages/resolve_dates ON core document lexicon)
#
# A library's floor is one above the highest library it stands on, so a circle cannot be
# declared: the library below must already exist. EXTERN names third-party targets; they stay
# private to the folder that wraps them.
function(verbale_library name)
  cmake_parse_arguments(ARG "" "FOLDER" "ON;EXTERN" ${ARGN})
  if(NOT ARG_FOLDER)
    set(ARG_FOLDER ${name})
  endif()

  set(floor 0)
  foreach(below IN LISTS ARG_ON)
    if(NOT TARGET verbale_${below})
      message(FATAL_ERROR "${name} stands on ${below}, which is not declared before it in src/CMakeLists.txt")
    endif()
    get_target_property(below_floor verbale_${below} VERBALE_FLOOR)
    if(below_floor GREATER_EQUAL floor)
      math(EXPR floor "${below_floor} + 1")
    endif()
  endforeach()

  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_FOLDER}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(NOT sources)
    message(FATAL_ERROR "src/${ARG_FOLDER} holds no .cpp file; a library needs one")
  endif()
  add_library(verbale_${name} STATIC ${sources})
  set_target_properties(verbale_${name} PROPERTIES VERBALE_FLOOR ${floor} LINKER_LANGUAGE CXX)
  target_include_directories(verbale_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(verbale_${name} PRIVATE verbale_warnings)
  list(TRANSFORM ARG_ON PREPEND verbale_ OUTPUT_VARIABLE below_targets)
  target_link_libraries(verbale_${name} PUBLIC ${below_targets} PRIVATE ${ARG_EXTERN})
  set_property(GLOBAL APPEND PROPERTY VERBALE_LIBRARIES verbale_${name})
  set_property(GLOBAL APPEND PROPERTY VERBALE_TEST_SOURCES ${tests})
  message(STATUS "floor ${floor}: ${ARG_FOLDER}")
endfunction()
