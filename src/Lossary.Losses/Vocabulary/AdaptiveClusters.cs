using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Where the clusters of an adaptive softmax begin, and where their packed weights stand.</summary>
internal sealed class AdaptiveClusters
{
    private readonly int[] _cutoffs;
    private readonly int[] _widths;
    private readonly int _width;

    /// <summary>Clusters between cutoffs, over rows of some width.</summary>
    public AdaptiveClusters(int[] cutoffs, int width, double division)
    {
        _cutoffs = cutoffs;
        _width = width;
        _widths = new int[cutoffs.Length - 1];
        for (int cluster = 0; cluster < _widths.Length; cluster++)
        {
            _widths[cluster] = Math.Max(1, (int)Math.Floor(width / Math.Pow(division, cluster + 1)));
        }
    }

    /// <summary>How many clusters.</summary>
    public int Count => _widths.Length;

    /// <summary>How many frequent classes and clusters the head scores.</summary>
    public int HeadClasses => _cutoffs[0] + Count;

    /// <summary>How many numbers all projections have.</summary>
    public int ProjectionLength => _widths.Sum() * _width;

    /// <summary>How many numbers all clusters' weights have.</summary>
    public int TailLength => Enumerable.Range(0, Count).Sum(cluster => SizeOf(cluster) * _widths[cluster]);

    /// <summary>Reads the cutoffs, and holds all shapes and targets against them.</summary>
    /// <exception cref="ArgumentException">
    /// The cutoffs do not rise, or a shape or a target does not fit them.
    /// </exception>
    public static AdaptiveClusters Read<T>(Tape<T> tape, LossInputs<T> inputs, double division, int[] targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] cutoffs = inputs.Whole(tape, "cutoffs");
        if (cutoffs.Length == 0)
        {
            throw Refusal.Of("cutoffs", "cutoffs is empty; its last one is the number of classes.");
        }

        for (int i = 0; i < cutoffs.Length; i++)
        {
            if (cutoffs[i] <= (i == 0 ? 0 : cutoffs[i - 1]))
            {
                throw Refusal.Of("cutoffs", $"cutoffs[{i}] is {cutoffs[i]}; cutoffs are positive and rise.");
            }
        }

        AdaptiveClusters clusters = new(cutoffs, inputs.Extent("d"), division);
        Require("head", clusters.HeadClasses, inputs.Extent("h"), "rows");
        Require("projections", clusters.ProjectionLength, inputs.Extent("p"), "elements");
        Require("tails", clusters.TailLength, inputs.Extent("q"), "elements");
        int beyond = Array.FindIndex(targets, target => target >= cutoffs[^1]);
        return beyond < 0
            ? clusters
            : throw Refusal.Of(
                "target", $"target[{beyond}] is {targets[beyond]}, but there are {cutoffs[^1]} classes.");
    }

    /// <summary>What the head scores for a class: itself, or its cluster.</summary>
    public int HeadClassOf(int target)
    {
        int cluster = 0;
        while (target >= _cutoffs[cluster])
        {
            cluster++;
        }

        return cluster == 0 ? target : _cutoffs[0] + cluster - 1;
    }

    /// <summary>The first class of a cluster.</summary>
    public int FirstClassOf(int cluster) => _cutoffs[cluster];

    /// <summary>The rows whose target is in a cluster.</summary>
    public int[] RowsOf<T>(Tape<T> tape, int cluster, int[] targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int first = _cutoffs[cluster], end = _cutoffs[cluster + 1], count = 0;
        foreach (int target in targets)
        {
            count += target >= first && target < end ? 1 : 0;
        }

        int[] rows = tape.RentArray<int>(count);
        int place = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            if (targets[row] >= first && targets[row] < end)
            {
                rows[place++] = row;
            }
        }

        return rows;
    }

    /// <summary>A cluster's projection, <c>[dᵢ, d]</c>.</summary>
    public Tensor<T> Projection<T>(Tape<T> tape, Tensor<T> packed, int cluster)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int start = _widths.Take(cluster).Sum() * _width;
        return tape.Reshape(
            tape.Slice(packed, 0, start, _widths[cluster] * _width), new Shape(_widths[cluster], _width));
    }

    /// <summary>A cluster's weights, <c>[classes, dᵢ]</c>.</summary>
    public Tensor<T> Tail<T>(Tape<T> tape, Tensor<T> packed, int cluster)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int start = Enumerable.Range(0, cluster).Sum(before => SizeOf(before) * _widths[before]);
        int length = SizeOf(cluster) * _widths[cluster];
        return tape.Reshape(tape.Slice(packed, 0, start, length), new Shape(SizeOf(cluster), _widths[cluster]));
    }

    private int SizeOf(int cluster) => _cutoffs[cluster + 1] - _cutoffs[cluster];

    private static void Require(string name, int expected, int found, string what)
    {
        if (found != expected)
        {
            throw Refusal.Of(name, $"{name} has {found} {what}; the cutoffs ask for {expected}.");
        }
    }
}
