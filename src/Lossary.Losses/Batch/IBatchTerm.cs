using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// What a loss makes of one embedding's similarities, or distances, to all others: the core of a loss of a batch.
/// </summary>
/// <remarks>
/// Selection of pairs, loss and weight are its business; which measure, in which blocks and on which threads is that of
/// <see cref="BatchTermsOperation"/>. It is called for several rows at once, and for a large batch once more in the
/// backward half, and must answer the same.
/// </remarks>
public interface IBatchTerm
{
    /// <summary>The term of one row.</summary>
    /// <param name="row">Which query.</param>
    /// <param name="measures">
    /// Holds the measures of that query with each candidate, <c>[m]</c>; receives the derivatives of the term by them.
    /// </param>
    /// <param name="weight">What the term weighs in the mean; 0 for one that does not count.</param>
    /// <returns>The term.</returns>
    T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>
    /// The terms of all rows by operations on a tape, for where their gradient is itself differentiated.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="measures">The whole matrix, <c>[n, m]</c>.</param>
    /// <returns>The terms, <c>[n]</c>; null where there is no such form: then a second derivative is refused.</returns>
    Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T> => null;
}
