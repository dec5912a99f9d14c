/* What contract.py needs to see and set in registers, for x86-64. probes.h has the meaning of each routine.

   A state, in bytes:
       0  rax rbx rcx rdx rsi rdi rbp r8 r9 r10 r12 r13 r14 r15
     112  MXCSR (4)   116 x87 control word (2)   120 x87 status word: the top of its stack (2)
     128  st0 st1 st2, 16 bytes each
     176  k0 .. k7
     256  zmm0 .. zmm31
    2304  four words of stack arguments
    2336  stack pointer at the callee's entry   2344 return address   2352 flags (a set DF is set before the call)
    2368  after the call: rbx rbp r12 r13 r14 r15, rsp-8   2424 MXCSR   2428 x87 control word
*/
        .text
        .macro  vectors_load
        cmpl    $1, level(%rip)
        je      1f
        ja      2f
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        movups  256+64*\n(%rsi), %xmm\n
        .endr
        jmp     3f
1:      .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        vmovups 256+64*\n(%rsi), %ymm\n
        .endr
        jmp     3f
2:      .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        vmovups 256+64*\n(%rsi), %zmm\n
        .endr
        .irp    n, 0,1,2,3,4,5,6,7
        kmovq   176+8*\n(%rsi), %k\n
        .endr
3:
        .endm

/* unsigned long probe(void *target, struct state *in, struct state *seen, int level) */
        .globl  probe
        .type   probe, @function
probe:
        .cfi_startproc
        push    %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset %rbp, -16
        mov     %rsp, %rbp
        push    %rbx
        push    %r12
        push    %r13
        push    %r14
        push    %r15
        sub     $40, %rsp
        mov     %rsi, -48(%rbp)
        stmxcsr -56(%rbp)
        fnstcw  -52(%rbp)
        mov     %rbp, frame(%rip)
        mov     %rdi, target(%rip)
        mov     %rdx, seen(%rip)
        mov     %ecx, level(%rip)
        pushq   2328(%rsi)
        pushq   2320(%rsi)
        pushq   2312(%rsi)
        pushq   2304(%rsi)
        fninit
        fldcw   116(%rsi)
        fldt    160(%rsi)
        fldt    144(%rsi)
        fldt    128(%rsi)
        fnstsw  120(%rsi)
        ldmxcsr 112(%rsi)
        vectors_load
        lea     -8(%rsp), %rax
        mov     %rax, 2336(%rsi)
        lea     probe_returned(%rip), %rax
        mov     %rax, 2344(%rsi)
        testl   $0x400, 2352(%rsi)
        jz      4f
        std
4:      mov     0(%rsi), %rax
        mov     8(%rsi), %rbx
        mov     16(%rsi), %rcx
        mov     24(%rsi), %rdx
        mov     40(%rsi), %rdi
        mov     48(%rsi), %rbp
        mov     56(%rsi), %r8
        mov     64(%rsi), %r9
        mov     72(%rsi), %r10
        mov     80(%rsi), %r12
        mov     88(%rsi), %r13
        mov     96(%rsi), %r14
        mov     104(%rsi), %r15
        mov     32(%rsi), %rsi
        .cfi_remember_state
        .cfi_def_cfa %rsp, 128
        call    *target(%rip)
probe_returned:
        cld
        mov     frame(%rip), %rcx
        mov     -48(%rcx), %rcx
        mov     %rbx, 2368(%rcx)
        mov     %rbp, 2376(%rcx)
        mov     %r12, 2384(%rcx)
        mov     %r13, 2392(%rcx)
        mov     %r14, 2400(%rcx)
        mov     %r15, 2408(%rcx)
        lea     -8(%rsp), %rdx
        mov     %rdx, 2416(%rcx)
        stmxcsr 2424(%rcx)
        fnstcw  2428(%rcx)
        mov     frame(%rip), %rbp
        .cfi_restore_state
        .cfi_def_cfa %rbp, 16
        fninit
        fldcw   -52(%rbp)
        ldmxcsr -56(%rbp)
        lea     -40(%rbp), %rsp
        pop     %r15
        pop     %r14
        pop     %r13
        pop     %r12
        pop     %rbx
        pop     %rbp
        .cfi_def_cfa %rsp, 8
        ret
        .cfi_endproc

/* The callee: stores what it finds to `seen`. */
        .globl  capture
        .type   capture, @function
capture:
        mov     seen(%rip), %r11
        mov     %rax, 0(%r11)
        mov     %rbx, 8(%r11)
        mov     %rcx, 16(%r11)
        mov     %rdx, 24(%r11)
        mov     %rsi, 32(%r11)
        mov     %rdi, 40(%r11)
        mov     %rbp, 48(%r11)
        mov     %r8, 56(%r11)
        mov     %r9, 64(%r11)
        mov     %r10, 72(%r11)
        mov     %r12, 80(%r11)
        mov     %r13, 88(%r11)
        mov     %r14, 96(%r11)
        mov     %r15, 104(%r11)
        pushf
        pop     2352(%r11)
        stmxcsr 112(%r11)
        fnstcw  116(%r11)
        fnstsw  120(%r11)
        fstpt   128(%r11)
        fstpt   144(%r11)
        fstpt   160(%r11)
        cmpl    $1, level(%rip)
        je      1f
        ja      2f
        .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        movups  %xmm\n, 256+64*\n(%r11)
        .endr
        jmp     3f
1:      .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
        vmovups %ymm\n, 256+64*\n(%r11)
        .endr
        vzeroupper
        jmp     3f
2:      .irp    n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        vmovups %zmm\n, 256+64*\n(%r11)
        .endr
        .irp    n, 0,1,2,3,4,5,6,7
        kmovq   %k\n, 176+8*\n(%r11)
        .endr
        vzeroupper
3:      .irp    n, 0,1,2,3
        mov     8+8*\n(%rsp), %rax
        mov     %rax, 2304+8*\n(%r11)
        .endr
        mov     %rsp, 2336(%r11)
        mov     (%rsp), %rax
        mov     %rax, 2344(%r11)
        xor     %eax, %eax
        ret

/* void spoil(int level): leaves nothing in any register that a function may change, nor in FP control. */
        .globl  spoil
        .type   spoil, @function
spoil:
        mov     %edi, level(%rip)
        lea     rubbish(%rip), %rsi
        vectors_load
        ldmxcsr spoilt_mxcsr(%rip)
        fninit
        fldcw   spoilt_cw(%rip)
        mov     $0x5a5a5a5a5a5a5a5a, %rax
        mov     %rax, %rcx
        mov     %rax, %rdx
        mov     %rax, %rsi
        mov     %rax, %rdi
        mov     %rax, %r8
        mov     %rax, %r9
        mov     %rax, %r10
        mov     %rax, %r11
        cmpl    $0, level(%rip)
        je      1f
        vzeroupper
1:      ret

/* long flags(void): the flags register. */
        .globl  flags
        .type   flags, @function
flags:
        pushf
        pop     %rax
        ret

/* long red_zone(int process, int thread, int signal): as a leaf function, fills the red zone, sends its thread a signal
   by system call, and counts the bytes that have changed. */
        .globl  red_zone
        .type   red_zone, @function
red_zone:
        .cfi_startproc
        mov     $0xa5a5a5a5a5a5a5a5, %r8
        .irp    n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
        mov     %r8, -8*\n(%rsp)
        .endr
        mov     $234, %eax              /* tgkill */
        syscall
        .globl  red_zone_interrupted
red_zone_interrupted:
        xor     %eax, %eax
        .irp    n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
        cmp     %r8, -8*\n(%rsp)
        je      1f
        inc     %eax
1:
        .endr
        ret
        .cfi_endproc

/* long stepped(void *target, long argument): calls with patterns in the callee-saved registers, a trap at every
   instruction. */
        .globl  stepped
        .type   stepped, @function
stepped:
        .cfi_startproc
        push    %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset %rbp, -16
        push    %rbx
        .cfi_def_cfa_offset 24
        .cfi_offset %rbx, -24
        push    %r12
        .cfi_def_cfa_offset 32
        .cfi_offset %r12, -32
        push    %r13
        .cfi_def_cfa_offset 40
        .cfi_offset %r13, -40
        push    %r14
        .cfi_def_cfa_offset 48
        .cfi_offset %r14, -48
        push    %r15
        .cfi_def_cfa_offset 56
        .cfi_offset %r15, -56
        sub     $24, %rsp
        .cfi_def_cfa_offset 80
        mov     %rdi, %rax
        mov     %rsi, %rdi
        mov     %rsp, stepped_stack(%rip)
        mov     $0xb0b0b0b0, %ebx
        mov     $0xb1b1b1b1, %ebp
        mov     $0xb2b2b2b2, %r12d
        mov     $0xb3b3b3b3, %r13d
        mov     $0xb4b4b4b4, %r14d
        mov     $0xb5b5b5b5, %r15d
        pushf
        .cfi_def_cfa_offset 88
        orl     $0x100, (%rsp)          /* TF */
        popf
        .cfi_def_cfa_offset 80
        call    *%rax
        .globl  stepped_return
        .hidden stepped_return
stepped_return:
        pushf
        .cfi_def_cfa_offset 88
        andl    $~0x100, (%rsp)
        popf
        .cfi_def_cfa_offset 80
        add     $24, %rsp
        .cfi_def_cfa_offset 56
        pop     %r15
        .cfi_def_cfa_offset 48
        pop     %r14
        .cfi_def_cfa_offset 40
        pop     %r13
        .cfi_def_cfa_offset 32
        pop     %r12
        .cfi_def_cfa_offset 24
        pop     %rbx
        .cfi_def_cfa_offset 16
        pop     %rbp
        .cfi_def_cfa_offset 8
        ret
        .cfi_endproc

        .section .rodata
        .balign 64
rubbish:
        .fill   2304, 1, 0x99
spoilt_mxcsr:
        .long   0xffbf                  /* flushes to zero, truncates, all flags but one */
spoilt_cw:
        .word   0x0c7f                  /* truncates to 24 bits */
        .local  frame, target, seen, level
        .comm   frame, 8, 8
        .comm   target, 8, 8
        .comm   seen, 8, 8
        .comm   level, 4, 4
        .data
        .globl  stepped_stack
        .hidden stepped_stack
stepped_stack:
        .quad   0
        .section .note.GNU-stack, "", @progbits
