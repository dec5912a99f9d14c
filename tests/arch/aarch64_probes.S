/* What contract.py needs to see and set in registers, for AArch64 (AAPCS64). probes.h has the meaning of each routine.

   A state, in bytes:
       0  x0 .. x15   128 x18   136 x19 .. x28   216 x29   736 FPCR   744 FPSR   752 four words of stack arguments
     784  stack pointer at the callee's entry   792 return address
     800  after the call: x19 .. x28   880 x29   888 d8 .. d15   952 FPCR   960 sp
    1024  z0 .. z31, 256 bytes each, of which the first 16 are q0 .. q31
    9216  p0 .. p15, 32 bytes each
   Level 0 has the q registers only, level 1 z and p.
*/
        .arch   armv8.2-a+sve
        .text

        .macro  function name
        .globl  \name
        .type   \name, %function
        .balign 4
\name:
        hint    34                      /* bti c */
        .endm

        .macro  each_q op,base
        .irp    n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        \op     q\n, [\base, 1024+256*\n]
        .endr
        .endm

        .macro  each_z op,base,scratch
        add     \scratch, \base, 1024
        .irp    n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        \op     z\n, [\scratch]
        add     \scratch, \scratch, 256
        .endr
        .irp    n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        \op     p\n, [\scratch]
        add     \scratch, \scratch, 32
        .endr
        .endm

        .macro  each_pair op,base,offset /* of x19 .. x28 */
        \op     x19, x20, [\base, \offset]
        \op     x21, x22, [\base, \offset+16]
        \op     x23, x24, [\base, \offset+32]
        \op     x25, x26, [\base, \offset+48]
        \op     x27, x28, [\base, \offset+64]
        .endm

        .macro  each_d op,base,offset
        \op     d8, d9, [\base, \offset]
        \op     d10, d11, [\base, \offset+16]
        \op     d12, d13, [\base, \offset+32]
        \op     d14, d15, [\base, \offset+48]
        .endm

/* unsigned long probe(void *target, struct state *in, struct state *seen, int level)
   Its frame, below which are the stack arguments: 32 x29, x30; 48 x19 .. x28; 128 d8 .. d15; 192 in; 200 FPCR; 208 x18 */
        function probe
        .cfi_startproc
        sub     sp, sp, 224
        .cfi_def_cfa_offset 224
        stp     x29, x30, [sp, 32]
        .cfi_offset x29, 32-224
        .cfi_offset x30, 40-224
        each_pair stp, sp, 48
        .irp    n,19,20,21,22,23,24,25,26,27,28
        .cfi_offset x\n, 48+8*(\n-19)-224
        .endr
        each_d  stp, sp, 128
        .irp    n,8,9,10,11,12,13,14,15
        .cfi_offset 64+\n, 128+8*(\n-8)-224
        .endr
        mrs     x9, fpcr
        stp     x1, x9, [sp, 192]
        str     x18, [sp, 208]
        adrp    x9, seen
        str     x2, [x9, :lo12:seen]
        str     w3, [x9, :lo12:seen_level]
        mov     x17, x0
        mov     x16, x1
        ldr     x9, [x16, 752]
        ldr     x10, [x16, 760]
        stp     x9, x10, [sp]
        ldr     x9, [x16, 768]
        ldr     x10, [x16, 776]
        stp     x9, x10, [sp, 16]
        mov     x9, sp
        str     x9, [x16, 784]
        adr     x9, probe_returned
        str     x9, [x16, 792]
        cbz     w3, 1f
        each_z  ldr, x16, x9
        b       2f
1:
        each_q  ldr, x16
2:
        ldr     x9, [x16, 736]
        msr     fpcr, x9
        ldr     x9, [x16, 744]
        msr     fpsr, x9
        ldp     x0, x1, [x16]
        ldp     x2, x3, [x16, 16]
        ldp     x4, x5, [x16, 32]
        ldp     x6, x7, [x16, 48]
        ldp     x8, x9, [x16, 64]
        ldp     x10, x11, [x16, 80]
        ldp     x12, x13, [x16, 96]
        ldp     x14, x15, [x16, 112]
        ldr     x18, [x16, 128]
        each_pair ldp, x16, 136
        ldr     x29, [x16, 216]
        blr     x17
probe_returned:
        ldr     x16, [sp, 192]
        add     x17, x16, 800
        each_pair stp, x17, 0
        str     x29, [x17, 80]
        each_d  stp, x17, 88
        mrs     x9, fpcr
        mov     x10, sp
        stp     x9, x10, [x17, 152]
        ldr     x9, [sp, 200]
        msr     fpcr, x9
        ldr     x18, [sp, 208]
        each_d  ldp, sp, 128
        each_pair ldp, sp, 48
        ldp     x29, x30, [sp, 32]
        add     sp, sp, 224
        .cfi_def_cfa_offset 0
        ret
        .cfi_endproc

/* The callee: stores what it finds to `seen`, z and p if the level says so. */
        function capture
        adrp    x16, seen
        ldr     w17, [x16, :lo12:seen_level]
        ldr     x16, [x16, :lo12:seen]
        stp     x0, x1, [x16]
        stp     x2, x3, [x16, 16]
        stp     x4, x5, [x16, 32]
        stp     x6, x7, [x16, 48]
        stp     x8, x9, [x16, 64]
        stp     x10, x11, [x16, 80]
        stp     x12, x13, [x16, 96]
        stp     x14, x15, [x16, 112]
        str     x18, [x16, 128]
        each_pair stp, x16, 136
        str     x29, [x16, 216]
        mrs     x9, fpcr
        str     x9, [x16, 736]
        mrs     x9, fpsr
        str     x9, [x16, 744]
        ldp     x9, x10, [sp]
        str     x9, [x16, 752]
        str     x10, [x16, 760]
        ldp     x9, x10, [sp, 16]
        str     x9, [x16, 768]
        str     x10, [x16, 776]
        mov     x9, sp
        str     x9, [x16, 784]
        str     x30, [x16, 792]
        mov     x0, 0
        cbz     w17, 1f
        each_z  str, x16, x9
        ret
1:
        each_q  str, x16
        ret

/* void spoil(int level) */
        function spoil
        stp     d8, d9, [sp, -64]!
        stp     d10, d11, [sp, 16]
        stp     d12, d13, [sp, 32]
        stp     d14, d15, [sp, 48]
        mov     x9, 0x9999999999999999
        .irp    n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        dup     v\n\().2d, x9
        .endr
        cbz     w0, 1f
        .irp    n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        dup     z\n\().d, x9
        .endr
        .irp    n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        pfalse  p\n\().b
        .endr
1:
        mov     x10, 0xc00000           /* truncates */
        msr     fpcr, x10
        mov     x10, 0x1f
        msr     fpsr, x10
        .irp    n,0,1,2,3,4,5,6,7,8,10,11,12,13,14,15,16,17
        mov     x\n, x9
        .endr
        ldp     d10, d11, [sp, 16]      /* their upper halves are lost */
        ldp     d12, d13, [sp, 32]
        ldp     d14, d15, [sp, 48]
        ldp     d8, d9, [sp], 64
        cmp     x9, 0
        ret

/* long red_zone(int process, int thread, int signal): as a leaf function, fills 288 bytes at the stack pointer (below it
   nothing is anybody's), sends its thread a signal by system call, and counts the words that have changed. */
        function red_zone
        sub     sp, sp, 288
        mov     x9, 0x3c3c3c3c3c3c3c3c
        .set    at,0
        .rept   36
        str     x9, [sp, at]
        .set    at,at+8
        .endr
        mov     x8, 131                 /* tgkill */
        svc     0
        mov     x0, 0
        .set    at,0
        .rept   36
        ldr     x10, [sp, at]
        cmp     x10, x9
        cinc    x0, x0, ne
        .set    at,at+8
        .endr
        add     sp, sp, 288
        ret

        .local  seen
        .comm   seen, 8, 8
        .local  seen_level
        .comm   seen_level, 8, 8
        .section .note.GNU-stack, "", %progbits
