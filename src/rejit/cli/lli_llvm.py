"""Options of LLVM's own that `lli --help` lists (LLVM 19), and that change nothing for a program that rejit runs.

They tune passes and code generators, most of them for other CPUs, or say how an object file is to look that nobody
sees here. They are accepted, so that a command line written for lli works.
"""

from __future__ import annotations

# Without a value.
FLAGS = """
aarch64-use-aa abort-on-max-devirt-iterations-reached addrsig allow-ginsert-as-artifact amdgpu-bypass-slow-div
amdgpu-disable-loop-alignment amdgpu-dpp-combine amdgpu-dump-hsa-metadata amdgpu-enable-merge-m0
amdgpu-enable-power-sched amdgpu-sdwa-peephole amdgpu-use-aa-in-codegen amdgpu-verify-hsa-metadata
amdgpu-vgpr-index-mode arm-add-build-attributes asm-show-inst atomic-counter-update-promoted atomic-first-counter
basic-block-address-map bounds-checking-single-trap bounds-checking-unique-traps cfg-hide-deoptimize-paths
cfg-hide-unreachable-paths crel cs-profile-generate data-sections debug-entry-values debug-info-correlate
debugify-quiet disable-auto-upgrade-debug-info disable-i2p-p2i-opt disable-promote-alloca-to-lds
disable-promote-alloca-to-vector disable-symbolication disable-tail-calls do-counter-promotion dwarf64
emit-call-site-info emit-compact-unwind-non-canonical emulated-tls enable-approx-func-fp-math
enable-cse-in-irtranslator enable-cse-in-legalizer enable-emscripten-cxx-exceptions enable-emscripten-sjlj
enable-gvn-hoist enable-gvn-memdep enable-gvn-sink enable-jmc-instrument enable-jump-table-to-switch
enable-load-in-loop-pre enable-load-pre enable-loop-simplifycfg-term-folding enable-name-compression
enable-no-infs-fp-math enable-no-nans-fp-math enable-no-signed-zeros-fp-math enable-no-trapping-fp-math
enable-pgo-force-function-attrs enable-split-backedge-in-load-pre enable-split-loopiv-heuristic enable-tlsdesc
enable-unsafe-fp-math enable-vtable-profile-use enable-vtable-value-profiling experimental-debug-variable-locations
experimental-debuginfo-iterators fatal-warnings fdpic force-dwarf-frame-section function-sections
generate-merged-base-profiles hash-based-counter-split hexagon-add-build-attributes hot-cold-split
ignore-xcoff-visibility import-all-index incremental-linker-compatible instcombine-code-sinking
instcombine-negator-enabled instrprof-atomic-counter-update-all iterative-counter-promotion lint-abort-on-error
matrix-print-after-transpose-opt mc-relax-all mcabac merror-missing-parenthesis merror-noncontigious-register
mips16-constant-islands mips16-hard-float mir-strip-debugify-only mno-compound mno-fixup mno-ldc1-sdc1 mno-pairing
mwarn-missing-parenthesis mwarn-noncontigious-register mwarn-sign-mismatch mxcoff-roptr no-deprecated-warn
no-discriminators no-integrated-as no-type-check no-warn nozero-initialized-in-bss nvptx-sched4reg pgo-block-coverage
pgo-temporal-instrumentation pgo-view-block-coverage-graph poison-checking-function-local polly polly-2nd-level-tiling
polly-ast-print-accesses polly-detect-full-functions polly-dump-after polly-dump-before polly-enable-simplify
polly-matmul-opt polly-on-isl-error-abort polly-only-scop-detection polly-optimized-scops polly-parallel
polly-parallel-force polly-pattern-matching-based-opts polly-postopts polly-pragma-based-opts
polly-pragma-ignore-depcheck polly-process-unprofitable polly-register-tiling polly-report polly-reschedule polly-show
polly-show-only polly-tc-opt polly-tiling print-pipeline-passes r600-ir-structurize riscv-add-build-attributes
riscv-use-aa runtime-counter-relocation safepoint-ir-verifier-print-only sampled-instrumentation save-temp-labels
separate-named-sections skip-ret-exit-block speculative-counter-promotion-to-loop split-machine-functions
stack-size-section stack-symbol-ordering stackrealign strict-dwarf thinlto-assume-merged type-based-intrinsic-cost
unique-basic-block-section-names unique-section-names use-ctors use-undef vec-extabi verify-region-info
vp-static-alloc wasm-enable-eh wasm-enable-exnref wasm-enable-sjlj write-experimental-debuginfo
x86-branches-within-32B-boundaries x86-relax-relocations x86-sse2avx xcoff-traceback-table xray-function-index
"""

# With one.
VALUES = """
aarch64-neon-syntax align-loops amdgpu-atomic-optimizer-strategy amdgpu-kernarg-preload-count
amdgpu-promote-alloca-to-vector-limit arm-implicit-it basic-block-sections bpf-stack-size cfg-hide-cold-paths
check-functions-filter cost-kind cs-profile-path debugger-tune debugify-func-limit debugify-level denormal-fp-math
denormal-fp-math-f32 dot-cfg-mssa dwarf-version emit-dwarf-unwind emscripten-cxx-exceptions-allowed filetype
force-tail-folding-style frame-pointer fs-profile-debug-bw-threshold fs-profile-debug-prob-diff-threshold gpsize
hexagon-rdf-limit hwasan-percentile-cutoff-hot hwasan-random-rate instcombine-guard-widening-window
instcombine-max-num-phis instcombine-max-sink-users instcombine-maxarray-size instcombine-negator-max-depth
internalize-public-api-file internalize-public-api-list large-data-threshold lower-allow-check-percentile-cutoff-hot
lower-allow-check-random-rate lto-aix-system-assembler lto-embed-bitcode lto-pass-remarks-filter
lto-pass-remarks-format lto-pass-remarks-output matrix-default-layout max-counter-promotions
max-counter-promotions-per-loop meabi mips-compact-branches misexpect-tolerance
object-size-offset-visitor-max-visit-instructions polly-context polly-dce-precise-steps polly-delicm-max-ops
polly-dump-after-file polly-dump-before-file polly-ignore-func polly-isl-arg polly-only-func polly-only-region
polly-stmt-granularity polly-vectorizer profile-correlate promote-alloca-vector-loop-user-weight
sample-profile-check-record-coverage sample-profile-check-sample-coverage sample-profile-max-propagate-iterations
sampled-instr-burst-duration sampled-instr-period speculative-counter-promotion-max-exiting summary-file
sve-tail-folding swift-async-fp tail-predication thread-model threads tls-size vp-counters-per-site x86-align-branch
x86-align-branch-boundary x86-pad-max-prefix-size
"""

# With or without.
OPTIONAL = ("mhvx",)
