using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The loss of rows that depend on one another: a query's items, a stratum's patients, an image's pixels.
/// </summary>
internal interface IGroupFormula
{
    /// <summary>The group's loss, and its derivatives by the first column.</summary>
    /// <param name="rows">The group's numbers.</param>
    /// <param name="gradient">Receives a derivative for each row; zeros when the formula starts.</param>
    /// <param name="weight">What the group weighs in the mean over groups: 0 for one that says nothing.</param>
    double Value(GroupRows rows, Span<double> gradient, out double weight);

    /// <summary>
    /// The loss of a group that weighs something by small operations, for where its gradient is itself differentiated.
    /// </summary>
    /// <remarks>Takes memory that grows with the square of the group where pairs count.</remarks>
    /// <param name="group">The group's numbers.</param>
    /// <returns>Shape [1]; parts that the first column does not enter may be left out.</returns>
    Tensor<T> Compose<T>(GroupTensors<T> group)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
