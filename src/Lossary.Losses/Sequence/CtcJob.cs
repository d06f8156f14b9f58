using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The paths of one sample after another.</summary>
internal readonly unsafe ref struct CtcJob<T>(double* memory, long each, int start, LabelRows labels) : IJob
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Logarithms of probabilities, <c>[n, steps, classes]</c>.</summary>
    public ReadOnlySpan<T> Shares { get; init; }

    /// <summary>Receives the losses, <c>[n]</c>.</summary>
    public Span<T> Values { get; init; }

    /// <summary>Receives their slopes, <c>[n, steps, classes]</c>, or empty.</summary>
    public Span<T> Slopes { get; init; }

    public int Steps { get; init; }

    public int Classes { get; init; }

    public bool AreLogits { get; init; }

    public double Infeasible { get; init; }

    public void Run(int index)
    {
        int sample = start + index;
        ReadOnlySpan<int> read = labels.Of(sample);
        int steps = labels.StepCounts[sample], states = (2 * read.Length) + 1;
        CtcTrellis trellis = new(memory + (index * each), steps, states);
        double whole = Forward(trellis, read, sample);
        bool isFeasible = !(whole <= CtcTrellis.Never);
        Values[sample] = T.CreateTruncating(isFeasible ? -whole : Infeasible);
        if (Slopes.IsEmpty)
        {
            return;
        }

        Span<T> slopes = Slopes.Slice(sample * Steps * Classes, Steps * Classes);
        slopes[(steps * Classes)..].Clear();
        slopes = slopes[..(steps * Classes)];
        if (!isFeasible)
        {
            // What costs the same whatever the scores are pulls nowhere.
            slopes.Clear();
            return;
        }

        Start(slopes, sample);
        Backward(trellis, whole);
        Subtract(trellis, read, slopes);
    }

    /// <summary>The logarithm of the probability of all paths that read the labels.</summary>
    private double Forward(in CtcTrellis trellis, ReadOnlySpan<int> read, int sample)
    {
        trellis.Clear();
        int states = trellis.States;
        for (int step = 0; step < trellis.Steps; step++)
        {
            ReadOnlySpan<T> shares = Shares.Slice(((sample * Steps) + step) * Classes, Classes);
            double* shown = trellis.Shown(step);
            double blank = AtLeastFloor(shares[labels.Blank]);
            for (int i = 0; i < read.Length; i++)
            {
                shown[2 * i] = blank;
                shown[(2 * i) + 1] = AtLeastFloor(shares[read[i]]);
            }

            shown[states - 1] = blank;
        }

        for (int i = 0; i < read.Length; i++)
        {
            trellis.Skips[(2 * i) + 1] = i > 0 && read[i] != read[i - 1] ? 0 : CtcTrellis.Floor;
        }

        if (trellis.Steps == 0)
        {
            return read.Length == 0 ? 0 : CtcTrellis.Floor;
        }

        for (int state = 0; state < Math.Min(2, states); state++)
        {
            trellis.Beginnings(0)[state] = trellis.Shown(0)[state];
        }

        RunForward(trellis);
        double* last = trellis.Beginnings(trellis.Steps - 1);
        return states == 1 ? last[0] : LogSum.Of(last[states - 1], last[states - 2]);
    }

    private static void RunForward(in CtcTrellis trellis)
    {
        if (Wide512<double>.IsAccelerated)
        {
            HotLoop.Run(new CtcForward<Wide512<double>>(trellis));
        }
        else if (Wide256<double>.IsAccelerated)
        {
            HotLoop.Run(new CtcForward<Wide256<double>>(trellis));
        }
        else
        {
            HotLoop.Run(new CtcForward<Scalar<double>>(trellis));
        }
    }

    private static void Backward(in CtcTrellis trellis, double whole)
    {
        // What "after the last step" holds: a path may end in the last blank or the last label.
        double* ends = trellis.Ends(trellis.Steps);
        for (int state = Math.Max(0, trellis.States - 2); state < trellis.States; state++)
        {
            ends[state] = 0;
        }

        if (Wide512<double>.IsAccelerated)
        {
            HotLoop.Run(new CtcBackward<Wide512<double>>(trellis, whole));
        }
        else if (Wide256<double>.IsAccelerated)
        {
            HotLoop.Run(new CtcBackward<Wide256<double>>(trellis, whole));
        }
        else
        {
            HotLoop.Run(new CtcBackward<Scalar<double>>(trellis, whole));
        }
    }

    /// <summary>The part of the slopes that the normalisation of logits makes: each class's probability.</summary>
    private void Start(Span<T> slopes, int sample)
    {
        if (AreLogits)
        {
            RealFunctions.Exp(Shares.Slice(sample * Steps * Classes, slopes.Length), slopes);
        }
        else
        {
            slopes.Clear();
        }
    }

    /// <summary>Subtracts the probability, given the labels, of showing a class at a step.</summary>
    private void Subtract(in CtcTrellis trellis, ReadOnlySpan<int> read, Span<T> slopes)
    {
        for (int step = 0; step < trellis.Steps; step++)
        {
            double* occupied = trellis.Beginnings(step);
            Span<T> row = slopes.Slice(step * Classes, Classes);
            double blank = occupied[trellis.States - 1];
            for (int i = 0; i < read.Length; i++)
            {
                blank += occupied[2 * i];
                row[read[i]] -= T.CreateTruncating(occupied[(2 * i) + 1]);
            }

            row[labels.Blank] -= T.CreateTruncating(blank);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double AtLeastFloor(T share) => Math.Max(double.CreateTruncating(share), CtcTrellis.Floor);
}
