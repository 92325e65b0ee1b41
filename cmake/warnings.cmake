# Warnings are errors in the engine's own code; third-party headers are system headers.
add_library(verbale_warnings INTERFACE)
target_compile_options(verbale_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror
  # GCC 12 warns wrongly of std::optional; clang does not know the warning.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # Sums must come out the same on every machine: no fused multiply-add by the compiler's choice.
  -ffp-contract=off)
