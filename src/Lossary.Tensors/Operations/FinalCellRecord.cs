using System.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Stands for an LSTM's last cell: sees to it that the LSTM's way back runs, which takes its gradient.
/// </summary>
internal sealed class FinalCellRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> States { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        if (States.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate) && !accumulate)
        {
            gradient.Clear();
        }
    }
}
