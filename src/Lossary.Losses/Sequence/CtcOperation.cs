using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Connectionist temporal classification as one operation: the slopes are computed with the values.</summary>
internal static class CtcOperation
{
    /// <summary>About how many numbers are worked on at a time: 16 MiB.</summary>
    private const long WorkspaceLength = 1 << 21;

    /// <summary>−ln of the probability that the labels are read, for each sample.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="scores">Logits or logarithms of probabilities, <c>[n, t, c]</c>; differentiated by.</param>
    /// <param name="labels">Labels and lengths, checked.</param>
    /// <param name="areLogits">Whether the scores have yet to be made logarithms of probabilities.</param>
    /// <param name="infeasible">The loss of a sample whose labels cannot be read in its steps: infinity or 0.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static Tensor<T> Ctc<T>(
        this Tape<T> tape, Tensor<T> scores, in LabelRows labels, bool areLogits, double infeasible)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(new Shape(scores.Shape[0]));
        Tensor<T> shares = scores;
        if (areLogits)
        {
            shares = tape.Rent(scores.Shape);
            SoftmaxRows.Forward(scores.Values, scores.Shape[2], isLogarithm: true, shares.Values);
        }

        Tensor<T>? slopes = tape.IsRecording && scores.RequiresGradient ? tape.Rent(scores.Shape) : null;
        Run(tape, shares, labels, output, slopes, areLogits, infeasible);
        if (tape.TryRecord(output, scores.RequiresGradient, out CtcRecord<T>? record))
        {
            record.Cleared().With(scores, slopes!);
            record.Keep(scores, labels, areLogits);
        }

        return output;
    }

    private static unsafe void Run<T>(
        Tape<T> tape, Tensor<T> shares, in LabelRows labels, Tensor<T> output, Tensor<T>? slopes, bool areLogits,
        double infeasible)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int samples = shares.Shape[0], steps = shares.Shape[1], classes = shares.Shape[2];
        long each = CtcTrellis.LengthOf(steps, (2 * labels.Width) + 1);
        int block = (int)Math.Clamp(WorkspaceLength / Math.Max(1, each), 1, Math.Max(1, samples));
        Span<T> workspace = tape.Workspace(checked((int)(block * each * sizeof(double) / Unsafe.SizeOf<T>())));

        // The tape's memory is pinned.
        double* memory = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(workspace));
        for (int start = 0; start < samples; start += block)
        {
            CtcJob<T> job = new(memory, each, start, labels)
            {
                Shares = shares.Values,
                Values = output.Values,
                Slopes = slopes is null ? default : slopes.Values,
                Steps = steps,
                Classes = classes,
                AreLogits = areLogits,
                Infeasible = infeasible,
            };
            WorkerPool.Shared.Run(Math.Min(block, samples - start), job);
        }
    }
}
