using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − cos of the angle between two vectors; 1, with a gradient of 0, where one of them is 0.</summary>
/// <param name="epsilon">Added to each squared norm, as PyTorch does with 1e-12; 0 for the exact cosine.</param>
public readonly struct CosineDistance(double epsilon = 0) : IPairDistance
{
    private readonly double _epsilon = epsilon;

    /// <inheritdoc/>
    public Tensor<T> Between<T>(Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Formula(default(OneMinus), tape.RowMeasure(new CosineRows(_epsilon), left, right));

    private readonly struct OneMinus : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => 1 - x[0];
    }
}
