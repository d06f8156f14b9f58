using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The gradient before a ReLU that an operation did in its own pass: 0 where the output is 0.</summary>
internal static class RectifiedGradient
{
    /// <summary>The output's gradient as it is, or cut off in memory of the tape.</summary>
    public static ReadOnlySpan<T> Of<T>(Tape<T> tape, Tensor<T> output, bool isRectified)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!isRectified)
        {
            return output.Gradient;
        }

        Span<T> result = tape.RentMemory(output.Shape.Length);
        Sweep.Run(default(CutOff), output.Values, output.Gradient, result);
        return result;
    }

    /// <summary>0 where x is 0; a NaN of the forward half passes on.</summary>
    private readonly struct CutOff : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.WhereAtMost(x, 0, 0, y);
    }
}
