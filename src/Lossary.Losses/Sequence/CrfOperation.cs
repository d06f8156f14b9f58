using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What a linear-chain conditional random field scores labellings by.</summary>
/// <param name="Emissions">Shape <c>[n, t, c]</c>.</param>
/// <param name="Transitions">Shape <c>[c, c]</c>, from row to column.</param>
/// <param name="Start">Shape <c>[c]</c>, or null for 0.</param>
/// <param name="End">Shape <c>[c]</c>, or null for 0.</param>
internal sealed record CrfScores<T>(Tensor<T> Emissions, Tensor<T> Transitions, Tensor<T>? Start, Tensor<T>? End)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether anything is differentiated by.</summary>
    public bool RequiresGradient => Emissions.RequiresGradient || Transitions.RequiresGradient
        || Start is { RequiresGradient: true } || End is { RequiresGradient: true };
}

/// <summary>The negative log-likelihood of a linear-chain conditional random field as one operation.</summary>
internal static class CrfOperation
{
    /// <summary>The loss of each sample.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="scores">What labellings are scored by.</param>
    /// <param name="labels">Shape <c>[n, t]</c>.</param>
    /// <param name="lengths">Shape <c>[n]</c>.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static Tensor<T> Crf<T>(this Tape<T> tape, CrfScores<T> scores, int[] labels, int[] lengths)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = scores.Emissions.Shape;
        Tensor<T> output = tape.Rent(new Shape(shape[0]));
        int classes = shape[2], numbers = checked(shape[0] * shape[1] * classes);
        CrfChains chains = new()
        {
            Labels = labels,
            Lengths = lengths,
            Steps = shape[1],
            Classes = classes,
            Emissions = Widen(tape, scores.Emissions),
            Transitions = Widen(tape, scores.Transitions),
            Start = scores.Start is null ? tape.RentArray<double>(classes) : Widen(tape, scores.Start),
            End = scores.End is null ? tape.RentArray<double>(classes) : Widen(tape, scores.End),
            Beginnings = tape.RentArray<double>(numbers),
            Ends = tape.IsRecording && scores.RequiresGradient ? tape.RentArray<double>(numbers) : [],
            LogTotals = tape.RentArray<double>(shape[0]),
            Powers = tape.RentArray<double>(shape[0] * classes),
        };
        double[] values = tape.RentArray<double>(shape[0]);
        WorkerPool.Shared.Run(shape[0], new ForwardJob(chains, values));
        for (int sample = 0; sample < values.Length; sample++)
        {
            output.Values[sample] = T.CreateTruncating(values[sample]);
        }

        if (tape.TryRecord(output, scores.RequiresGradient, out CrfRecord<T>? record))
        {
            record.Keep(scores, chains);
        }

        return output;
    }

    private static double[] Widen<T>(Tape<T> tape, Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] wide = tape.RentArray<double>(tensor.Shape.Length);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = double.CreateTruncating(tensor.Values[i]);
        }

        return wide;
    }

    private readonly struct ForwardJob(CrfChains chains, double[] values) : IJob
    {
        public void Run(int index)
        {
            values[index] = chains.Forward(index);
            if (chains.Ends.Length > 0)
            {
                chains.Backward(index);
            }
        }
    }
}
