#include "textflag.h"

// func dotsAVX2(out *int32, w *int8, x *int16, rows, k int)
// Four rows at a time; rows and k are positive, multiples of 4 and 16.
TEXT ·dotsAVX2(SB), NOSPLIT, $0-40
	MOVQ out+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ x+16(FP), DX
	MOVQ rows+24(FP), CX
	MOVQ k+32(FP), BX
	LEAQ (BX)(BX*2), R11
rows4:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	XORQ  AX, AX
	MOVQ  SI, R8
inner:
	VMOVDQU   (DX)(AX*2), Y4
	VPMOVSXBW (R8), Y5
	VPMOVSXBW (R8)(BX*1), Y6
	VPMOVSXBW (R8)(BX*2), Y7
	VPMOVSXBW (R8)(R11*1), Y8
	VPMADDWD  Y4, Y5, Y5
	VPMADDWD  Y4, Y6, Y6
	VPMADDWD  Y4, Y7, Y7
	VPMADDWD  Y4, Y8, Y8
	VPADDD    Y5, Y0, Y0
	VPADDD    Y6, Y1, Y1
	VPADDD    Y7, Y2, Y2
	VPADDD    Y8, Y3, Y3
	ADDQ      $16, R8
	ADDQ      $16, AX
	CMPQ      AX, BX
	JLT       inner
	VPHADDD      Y1, Y0, Y0
	VPHADDD      Y3, Y2, Y2
	VPHADDD      Y2, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VMOVDQU      X0, (DI)
	ADDQ         $16, DI
	LEAQ         (SI)(BX*4), SI
	SUBQ         $4, CX
	JG           rows4
	VZEROUPPER
	RET

// func dotAVX2(a, b *int16, k int) int32
TEXT ·dotAVX2(SB), NOSPLIT, $0-28
	MOVQ  a+0(FP), SI
	MOVQ  b+8(FP), DX
	MOVQ  k+16(FP), BX
	VPXOR Y0, Y0, Y0
	XORQ  AX, AX
loop:
	VMOVDQU  (SI)(AX*2), Y1
	VPMADDWD (DX)(AX*2), Y1, Y1
	VPADDD   Y1, Y0, Y0
	ADDQ     $16, AX
	CMPQ     AX, BX
	JLT      loop
	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VPHADDD      X0, X0, X0
	VPHADDD      X0, X0, X0
	VMOVD        X0, AX
	MOVL         AX, ret+24(FP)
	VZEROUPPER
	RET

// func cpuid(leaf, sub uint32) (a, b, c, d uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-24
	MOVL leaf+0(FP), AX
	MOVL sub+4(FP), CX
	CPUID
	MOVL AX, a+8(FP)
	MOVL BX, b+12(FP)
	MOVL CX, c+16(FP)
	MOVL DX, d+20(FP)
	RET

// func xgetbv() uint32
TEXT ·xgetbv(SB), NOSPLIT, $0-4
	MOVL $0, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET

DATA perUnit<>+0(SB)/4, $0x43800000 // 256
GLOBL perUnit<>(SB), RODATA, $4
DATA half<>+0(SB)/4, $0x45000800 // 2048.5
GLOBL half<>(SB), RODATA, $4
DATA last<>+0(SB)/4, $0x457ff000 // 4095
GLOBL last<>(SB), RODATA, $4
DATA unit<>+0(SB)/4, $0x3f800000 // 1
GLOBL unit<>(SB), RODATA, $4
DATA one<>+0(SB)/4, $0x46fffe00 // 32767
GLOBL one<>(SB), RODATA, $4
DATA round<>+0(SB)/4, $0x47000080 // 32768.5
GLOBL round<>(SB), RODATA, $4
DATA shift<>+0(SB)/4, $32768
GLOBL shift<>(SB), RODATA, $4

// GATE sets Y0 to eight values before the logistic function.
#define GATE \
	VCVTDQ2PS (SI)(BX*1), Y0 \
	VMULPS    (R8)(BX*1), Y0, Y0 \
	VADDPS    (R9)(BX*1), Y0, Y0 \
	VCVTDQ2PS (DX)(BX*1), Y1 \
	VMULPS    (R10)(BX*1), Y1, Y1 \
	VADDPS    Y1, Y0, Y0

// SIGMOID looks Y0 up in the curve.
#define SIGMOID(dst) \
	VMULPS     Y15, Y0, Y0 \
	VADDPS     Y14, Y0, Y0 \
	VMAXPS     Y12, Y0, Y0 \
	VMINPS     Y13, Y0, Y0 \
	VCVTTPS2DQ Y0, Y0 \
	VPCMPEQD   Y2, Y2, Y2 \
	VGATHERDPS Y2, (R13)(Y0*4), dst

// TANH is 2·sigmoid(2x) − 1.
#define TANH(dst) \
	VADDPS Y0, Y0, Y0 \
	SIGMOID(dst) \
	VADDPS dst, dst, dst \
	VSUBPS Y11, dst, dst

// func stepAVX2(a *stepArgs)
// units is a positive multiple of 8.
TEXT ·stepAVX2(SB), NOSPLIT, $0-8
	MOVQ a+0(FP), AX
	MOVQ 0(AX), SI
	MOVQ 8(AX), DX
	MOVQ 16(AX), R8
	MOVQ 24(AX), R9
	MOVQ 32(AX), R10
	MOVQ 40(AX), R11
	MOVQ 48(AX), R12
	MOVQ 56(AX), R13
	MOVQ 64(AX), CX
	SHLQ $2, CX
	VBROADCASTSS perUnit<>(SB), Y15
	VBROADCASTSS half<>(SB), Y14
	VBROADCASTSS last<>(SB), Y13
	VXORPS       Y12, Y12, Y12
	VBROADCASTSS unit<>(SB), Y11
	VBROADCASTSS one<>(SB), Y10
	VBROADCASTSS round<>(SB), Y9
	VPBROADCASTD shift<>(SB), Y8
	XORQ AX, AX
step8:
	MOVQ AX, BX
	GATE
	SIGMOID(Y4) // input
	ADDQ CX, BX
	GATE
	SIGMOID(Y5) // forget
	ADDQ CX, BX
	GATE
	TANH(Y6) // candidate
	ADDQ CX, BX
	GATE
	SIGMOID(Y7) // output
	VMULPS (R11)(AX*1), Y5, Y5
	VMULPS Y4, Y6, Y6
	VADDPS Y6, Y5, Y0
	VMOVUPS Y0, (R11)(AX*1)
	TANH(Y3)
	VMULPS Y3, Y7, Y7
	VMULPS Y10, Y7, Y7
	VADDPS Y9, Y7, Y7
	VCVTTPS2DQ Y7, Y7
	VPSUBD Y8, Y7, Y7
	VEXTRACTI128 $1, Y7, X6
	VPACKSSDW X6, X7, X7
	VMOVDQU X7, (R12)
	ADDQ $16, R12
	ADDQ $32, AX
	CMPQ AX, CX
	JLT step8
	VZEROUPPER
	RET
