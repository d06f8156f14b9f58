using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A linear-chain conditional random field in steps of the tape.</summary>
/// <param name="labels">Shape <c>[n, t]</c>.</param>
/// <param name="lengths">Shape <c>[n]</c>.</param>
internal readonly struct CrfComposition(int[] labels, int[] lengths)
{
    private readonly int[] _labels = labels;
    private readonly int[] _lengths = lengths;

    /// <summary>The loss of each sample, <c>[n]</c>.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="emissions">Shape <c>[n, t, c]</c>.</param>
    /// <param name="transitions">Shape <c>[c, c]</c>.</param>
    /// <param name="start">Shape <c>[c]</c>.</param>
    /// <param name="end">Shape <c>[c]</c>.</param>
    public Tensor<T> Compute<T>(
        Tape<T> tape, Tensor<T> emissions, Tensor<T> transitions, Tensor<T> start, Tensor<T> end)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] lengths = _lengths;
        Tensor<T> each = tape.Bounded(tape.Counted(emissions, lengths)), pairs = tape.Bounded(transitions);
        Tensor<T> first = tape.Bounded(start), last = tape.Bounded(end);
        Tensor<T> losses = tape.Subtract(All(tape, each, pairs, first, last), Own(tape, each, pairs, first, last));
        Tensor<T> counts = tape.Marks(losses.Shape, sample => lengths[sample] > 0);
        return tape.Where(counts, losses, tape.Filled(new Shape(1), 0));
    }

    /// <summary>The logarithms of the sums over all labellings, <c>[n]</c>.</summary>
    private Tensor<T> All<T>(
        Tape<T> tape, Tensor<T> emissions, Tensor<T> transitions, Tensor<T> start, Tensor<T> end)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] lengths = _lengths;
        int samples = emissions.Shape[0], steps = emissions.Shape[1], classes = emissions.Shape[2];
        Shape row = new(samples, classes);
        Tensor<T> bySteps = tape.Permute(emissions, [1, 0, 2]), sums = start;
        for (int step = 0; step < steps; step++)
        {
            int now = step;
            Tensor<T> ways = step == 0
                ? sums
                : tape.LogSumExp(tape.Add(tape.Reshape(sums, new Shape(samples, classes, 1)), transitions), [1]);
            Tensor<T> next = tape.Add(ways, tape.Reshape(tape.Slice(bySteps, 0, step, 1), row));
            Tensor<T> isReached = tape.Marks(new Shape(samples, 1), sample => now < lengths[sample]);
            sums = tape.Where(isReached, next, sums);
        }

        return tape.LogSumExp(tape.Add(sums, end), [1]);
    }

    /// <summary>The scores of the labels, <c>[n]</c>: each score as often as they show it.</summary>
    private Tensor<T> Own<T>(
        Tape<T> tape, Tensor<T> emissions, Tensor<T> transitions, Tensor<T> start, Tensor<T> end)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int samples = emissions.Shape[0], steps = emissions.Shape[1], classes = emissions.Shape[2];
        Tensor<T> shown = tape.Filled(emissions.Shape, 0), first = tape.Filled(new Shape(samples, classes), 0);
        Tensor<T> pairs = tape.Filled(new Shape(samples, classes * classes), 0), last = tape.Filled(first.Shape, 0);
        for (int sample = 0; sample < samples; sample++)
        {
            ReadOnlySpan<int> own = _labels.AsSpan(sample * steps, _lengths[sample]);
            for (int step = 0; step < own.Length; step++)
            {
                shown.Values[(((sample * steps) + step) * classes) + own[step]] = T.One;
                if (step > 0)
                {
                    pairs.Values[(((sample * classes) + own[step - 1]) * classes) + own[step]] += T.One;
                }
            }

            if (!own.IsEmpty)
            {
                first.Values[(sample * classes) + own[0]] = T.One;
                last.Values[(sample * classes) + own[^1]] = T.One;
            }
        }

        Tensor<T> ends = tape.Sum(tape.Add(tape.Multiply(first, start), tape.Multiply(last, end)), [1]);
        Tensor<T> flat = tape.Reshape(transitions, new Shape(classes * classes));
        Tensor<T> between = tape.Sum(tape.Multiply(pairs, flat), [1]);
        return tape.Add(tape.Add(ends, between), tape.Sum(tape.Multiply(shown, emissions), [1, 2]));
    }
}
