/* What contract.py needs to see and set in registers, for PowerPC64 (ELFv2). probes.h has the meaning of each routine.

   A state, in bytes:
       0  r3 .. r11   72 r14 .. r31   216 f1 .. f31   464 v2 .. v13   656 v20 .. v31
     848  CR   856 FPSCR
     864  four words of stack arguments
     896  stack pointer at the callee's entry   904 return address
     920  after the call: r14 .. r31   1064 f14 .. f31   1216 v20 .. v31   1408 CR   1416 FPSCR   1424 r1
*/
        .machine power9
        .abiversion 2
        .text

        .macro  function name
        .globl  \name
        .type   \name, @function
\name:
        addis   2,12,.TOC.-\name@ha
        addi    2,2,.TOC.-\name@l
        .localentry \name, .-\name
        .endm

        .macro  each op,first,last,offset,size,base /* of consecutive words */
        .set    reg,\first
        .rept   \last-\first+1
        \op     reg,\offset+\size*(reg-\first)(\base)
        .set    reg,reg+1
        .endr
        .endm

        .macro  vectors op,first,last,offset,base /* r0 is lost */
        .set    reg,\first
        .rept   \last-\first+1
        li      0,\offset+16*(reg-\first)
        \op     reg,\base,0
        .set    reg,reg+1
        .endr
        .endm

/* unsigned long probe(void *target, struct state *in, struct state *seen, int level)
   Its frame: 96 the stack arguments, 144 r14 .. r31, 288 f14 .. f31, 432 v20 .. v31, 624 in, 632 target, 640 FPSCR. */
        function probe
        .cfi_startproc
        mflr    0
        std     0,16(1)
        mfcr    0
        stw     0,8(1)
        stdu    1,-784(1)
        .cfi_def_cfa_offset 784
        .cfi_offset lr,16
        .cfi_offset 70,8
        each    std,14,31,144,8,1
        .irp    n,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        .cfi_offset \n,144+8*(\n-14)-784
        .endr
        each    stfd,14,31,288,8,1
        vectors stvx,20,31,432,1
        std     4,624(1)
        std     3,632(1)
        mffs    0
        stfd    0,640(1)
        std     2,24(1)
        addis   12,2,seen@toc@ha
        std     5,seen@toc@l(12)
        mr      12,4
        ld      0,864(12)
        std     0,96(1)
        ld      0,872(12)
        std     0,104(1)
        ld      0,880(12)
        std     0,112(1)
        ld      0,888(12)
        std     0,120(1)
        std     1,896(12)
        addis   11,2,probe_returned@toc@ha
        addi    11,11,probe_returned@toc@l
        std     11,904(12)
        vectors lvx,2,13,464,12
        vectors lvx,20,31,656,12
        lfd     0,856(12)
        mtfsf   255,0
        each    lfd,1,31,216,8,12
        ld      0,848(12)
        mtcr    0
        each    ld,14,31,72,8,12
        each    ld,3,11,0,8,12
        ld      12,632(1)
        mtctr   12
        bctrl
probe_returned:
        ld      2,24(1)
        ld      12,624(1)
        each    std,14,31,920,8,12
        each    stfd,14,31,1064,8,12
        vectors stvx,20,31,1216,12
        mfcr    0
        std     0,1408(12)
        mffs    0
        stfd    0,1416(12)
        std     1,1424(12)
        lfd     0,640(1)
        mtfsf   255,0
        vectors lvx,20,31,432,1
        each    lfd,14,31,288,8,1
        each    ld,14,31,144,8,1
        addi    1,1,784
        .cfi_def_cfa_offset 0
        ld      0,16(1)
        mtlr    0
        .cfi_restore lr
        lwz     0,8(1)
        mtcr    0
        blr
        .cfi_endproc

/* The callee: stores what it finds to `seen`. */
        function capture
        addis   12,2,seen@toc@ha
        ld      12,seen@toc@l(12)
        each    std,3,11,0,8,12
        each    std,14,31,72,8,12
        each    stfd,1,31,216,8,12
        mffs    0
        stfd    0,856(12)
        mfcr    0
        std     0,848(12)
        ld      0,96(1)
        std     0,864(12)
        ld      0,104(1)
        std     0,872(12)
        ld      0,112(1)
        std     0,880(12)
        ld      0,120(1)
        std     0,888(12)
        std     1,896(12)
        mflr    0
        std     0,904(12)
        vectors stvx,2,13,464,12
        vectors stvx,20,31,656,12
        li      3,0
        blr

/* void spoil(int level) */
        function spoil
        addis   12,2,rubbish@toc@ha
        addi    12,12,rubbish@toc@l
        lfd     0,0(12)
        mtfsf   255,0
        each    lfd,0,13,8,8,12
        vectors lvx,0,18,16,12
        each    ld,3,11,8,8,12
        mtctr   3
        li      0,-0x666
        mtxer   0
        mtcrf   0xc7,0          /* cr0, cr1, cr5 to cr7 */
        li      12,-0x777
        blr

/* long red_zone(int process, int thread, int signal): as a leaf function, fills the 288 bytes below the stack pointer,
   sends its thread a signal by system call, and counts the bytes that have changed. */
        function red_zone
        lis     8,0x7a5a
        ori     8,8,0x5a5a
        .set    at,8
        .rept   36
        std     8,-at(1)
        .set    at,at+8
        .endr
        li      0,250           /* tgkill */
        sc
        li      3,0
        lis     8,0x7a5a
        ori     8,8,0x5a5a
        .set    at,8
        .rept   36
        ld      9,-at(1)
        cmpd    9,8
        beq     1f
        addi    3,3,1
1:
        .set    at,at+8
        .endr
        blr

        .section .rodata
        .balign 16
rubbish:
        .quad   0x1             /* FPSCR: truncates */
        .fill   312, 1, 0x99
        .local  seen
        .comm   seen, 8, 8
        .section .note.GNU-stack, "", @progbits
