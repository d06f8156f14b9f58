using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// What an elementwise sweep computes from up to three numbers, whose tensors may be of unlike shapes.
/// </summary>
internal interface IBroadcastFormula
{
    /// <summary>What it reads: the memory of the rest is not touched. A constant for the JIT.</summary>
    static virtual Operands Reads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.All;
    }

    TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane>;
}
