using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The slopes of rows of scores; where a gradient is differentiated, the formula's composition of small operations.
/// </summary>
internal sealed class RowRecord<TFormula, T> : TermSlopesRecord<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TFormula : struct, IRowFormula
{
    public TFormula Formula { get; set; }

    public Tensor<T> Scores { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T>? Targets { get; set; }

    public Tensor<T>? Labels { get; set; }

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs) =>
        Formula.Compose(new RowTensors<T>(tape, inputs[0], Targets, Labels));

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Scores);
}
