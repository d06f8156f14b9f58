using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared Euclidean distance, Σ(x − y)².</summary>
public readonly struct SquaredEuclideanDistance : IPairDistance
{
    /// <inheritdoc/>
    public Tensor<T> Between<T>(Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.RowMeasure(default(SquaredEuclideanRows), left, right);
}
