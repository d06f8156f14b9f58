using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The lattice of one sample after another: steps down, labels shown so far across.</summary>
internal readonly ref struct TransducerJob<T>(LabelRows labels, Span<double> lattices) : IJob
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Span<double> _lattices = lattices;

    /// <summary>Logarithms of probabilities, <c>[n, steps, places, classes]</c>; overwritten by the slopes.</summary>
    public Span<T> Shares { get; init; }

    /// <summary>Receives the losses, <c>[n]</c>.</summary>
    public Span<T> Values { get; init; }

    public bool IsRecorded { get; init; }

    public int Steps { get; init; }

    /// <summary>One more than the labels that a row has room for.</summary>
    public int Places { get; init; }

    public int Classes { get; init; }

    public double FastEmit { get; init; }

    public void Run(int index)
    {
        int cells = Steps * Places;
        Span<double> beginnings = _lattices.Slice(2 * index * cells, cells),
            ends = _lattices.Slice(((2 * index) + 1) * cells, cells);
        Span<T> shares = Shares.Slice(index * cells * Classes, cells * Classes);
        ReadOnlySpan<int> shown = labels.Of(index);
        int steps = labels.StepCounts[index];
        double whole = Forward(shares, shown, steps, beginnings);
        Values[index] = T.CreateTruncating(-whole);
        if (IsRecorded)
        {
            Backward(shares, shown, steps, ends);
            Differentiate(shares, shown, steps, beginnings, ends, whole);
        }
    }

    private double Forward(ReadOnlySpan<T> shares, ReadOnlySpan<int> shown, int steps, Span<double> beginnings)
    {
        for (int step = 0; step < steps; step++)
        {
            for (int place = 0; place <= shown.Length; place++)
            {
                int at = (step * Places) + place;
                double before = step == 0
                    ? double.NegativeInfinity
                    : beginnings[at - Places] + Share(shares, at - Places, labels.Blank);
                double label = place == 0
                    ? double.NegativeInfinity
                    : beginnings[at - 1] + Share(shares, at - 1, shown[place - 1]);
                beginnings[at] = at == 0 ? 0 : LogSum.Of(before, label);
            }
        }

        int last = ((steps - 1) * Places) + shown.Length;
        return beginnings[last] + Share(shares, last, labels.Blank);
    }

    /// <summary>What may follow each cell.</summary>
    private void Backward(ReadOnlySpan<T> shares, ReadOnlySpan<int> shown, int steps, Span<double> ends)
    {
        for (int step = steps - 1; step >= 0; step--)
        {
            for (int place = shown.Length; place >= 0; place--)
            {
                int at = (step * Places) + place;
                double blank = Share(shares, at, labels.Blank) + After(ends, step, place, steps, shown.Length);
                double label = place == shown.Length
                    ? double.NegativeInfinity
                    : Share(shares, at, shown[place]) + ends[at + 1];
                ends[at] = LogSum.Of(blank, label);
            }
        }
    }

    /// <summary>
    /// What may follow the blank of a cell: nothing more after the last, which all labels must have been shown at.
    /// </summary>
    private double After(ReadOnlySpan<double> ends, int step, int place, int steps, int count) =>
        step < steps - 1 ? ends[((step + 1) * Places) + place] : place == count ? 0 : double.NegativeInfinity;

    private void Differentiate(
        Span<T> shares, ReadOnlySpan<int> shown, int steps, ReadOnlySpan<double> beginnings, ReadOnlySpan<double> ends,
        double whole)
    {
        for (int at = 0; at < Steps * Places; at++)
        {
            int step = at / Places, place = at % Places;
            Span<T> row = shares.Slice(at * Classes, Classes);
            if (step >= steps || place > shown.Length)
            {
                row.Clear();
                continue;
            }

            double start = beginnings[at] - whole;
            double blank = Math.Exp(
                start + Share(shares, at, labels.Blank) + After(ends, step, place, steps, shown.Length));
            double label = place == shown.Length
                ? 0
                : (1 + FastEmit) * Math.Exp(start + Share(shares, at, shown[place]) + ends[at + 1]);
            RealFunctions.Exp<T>(row, row);
            System.Numerics.Tensors.TensorPrimitives.Multiply(row, T.CreateTruncating(blank + label), row);
            row[labels.Blank] -= T.CreateTruncating(blank);
            if (place < shown.Length)
            {
                row[shown[place]] -= T.CreateTruncating(label);
            }
        }
    }

    private double Share(ReadOnlySpan<T> shares, int cell, int label) =>
        double.CreateTruncating(shares[(cell * Classes) + label]);
}
