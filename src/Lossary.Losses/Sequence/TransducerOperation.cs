using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A recurrent transducer's loss as one operation: the slopes are computed with the values.</summary>
internal static class TransducerOperation
{
    /// <summary>−ln of the probability that the labels are shown, for each sample.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="logits">Shape <c>[n, t, s + 1, c]</c>.</param>
    /// <param name="labels">Labels and lengths, checked.</param>
    /// <param name="fastEmit">How much more the slopes of labels weigh.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static unsafe Tensor<T> Transducer<T>(
        this Tape<T> tape, Tensor<T> logits, in LabelRows labels, double fastEmit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = logits.Shape;
        Tensor<T> output = tape.Rent(new Shape(shape[0])), shares = tape.Rent(shape);
        SoftmaxRows.Forward(logits.Values, shape[3], isLogarithm: true, shares.Values);
        int each = shape[1] * shape[2];
        Span<T> workspace = tape.Workspace(checked(2 * shape[0] * each * sizeof(double) / Unsafe.SizeOf<T>()));
        Span<double> lattices = MemoryMarshal.Cast<T, double>(workspace);
        WorkerPool.Shared.Run(shape[0], new TransducerJob<T>(labels, lattices)
        {
            Shares = shares.Values,
            Values = output.Values,
            IsRecorded = tape.IsRecording && logits.RequiresGradient,
            Steps = shape[1],
            Places = shape[2],
            Classes = shape[3],
            FastEmit = fastEmit,
        });
        if (tape.TryRecord(output, logits.RequiresGradient, out TransducerRecord<T>? record))
        {
            record.Cleared().With(logits, shares);
            record.Keep(logits, labels, isGradientOfValue: fastEmit == 0);
        }

        return output;
    }
}
