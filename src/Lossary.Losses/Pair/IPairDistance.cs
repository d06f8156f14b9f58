using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far apart two embeddings are: what losses of pairs and triplets are composed with.</summary>
public interface IPairDistance
{
    /// <summary>The distance of each pair of rows.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Embeddings, <c>[n, d]</c>.</param>
    /// <param name="right">Embeddings, <c>[n, d]</c>.</param>
    /// <returns>Distances, <c>[n]</c>.</returns>
    Tensor<T> Between<T>(Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
