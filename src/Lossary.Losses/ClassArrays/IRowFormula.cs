using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The loss of one row of scores whose classes depend on one another by more than a softmax: a sort, a norm, pairs of
/// labels.
/// </summary>
internal interface IRowFormula
{
    /// <summary>The row's loss, and its derivatives by the scores.</summary>
    /// <param name="row">The row's numbers.</param>
    /// <param name="gradient">
    /// Shape [classes]; receives the derivatives; what stands in it at the start is arbitrary.
    /// </param>
    double Value(ClassRow row, Span<double> gradient);

    /// <summary>
    /// The losses of all rows by small operations, for where their gradient is itself differentiated.
    /// </summary>
    /// <param name="rows">The rows' numbers.</param>
    /// <returns>Shape [n]; parts that no score enters may be left out.</returns>
    Tensor<T> Compose<T>(RowTensors<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
