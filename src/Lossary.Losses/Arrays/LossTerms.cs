using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What a loss of several arrays comes to before it is reduced.</summary>
/// <param name="Values">
/// The terms, any shape: one for each sample, pair, query or whatever the loss averages over.
/// </param>
/// <param name="Weights">
/// What each term weighs by the loss itself, in the shape of the values, a constant: 0 for one that does not count.
/// Null for 1.
/// </param>
/// <typeparam name="T">float or double.</typeparam>
public readonly record struct LossTerms<T>(Tensor<T> Values, Tensor<T>? Weights = null)
    where T : unmanaged, IFloatingPointIeee754<T>;
