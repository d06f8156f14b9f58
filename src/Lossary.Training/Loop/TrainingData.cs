using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What a network is trained on: a whole table of samples, and which of them to use.</summary>
/// <remarks>The arrays are used, not copied, and never written: trainings side by side may share them.</remarks>
public sealed class TrainingData
{
    private TrainingData(float[] features, Shape sample, Shape target, long targets, int[]? rows, float[]? weights)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sample.Length, nameof(sample));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target.Length, nameof(target));
        (long count, long rest) = Math.DivRem(targets, target.Length);
        if (rest != 0)
        {
            throw new ArgumentException(
                $"targets has {targets} elements; samples of {target} need a multiple of {target.Length}.",
                nameof(targets));
        }

        if (features.Length != count * sample.Length)
        {
            throw new ArgumentException(
                $"features has {features.Length} elements; " +
                $"{count} samples of {sample} need {count * sample.Length}.",
                nameof(features));
        }

        if (weights is not null && weights.Length != count)
        {
            throw new ArgumentException(
                $"weights has {weights.Length} elements, the table has {count} samples.", nameof(weights));
        }

        rows ??= [.. Enumerable.Range(0, (int)count)];
        int wrong = Array.FindIndex(rows, row => row < 0 || row >= count);
        if (rows.Length == 0 || wrong >= 0)
        {
            throw new ArgumentException(
                rows.Length == 0
                    ? "rows is empty: there is nothing to train on."
                    : $"rows[{wrong}] is {rows[wrong]}; the table has {count} samples.",
                nameof(rows));
        }

        Features = features;
        SampleShape = sample;
        TargetShape = target;
        Count = (int)count;
        Rows = rows;
        Weights = weights;
        Targets = [];
        Classes = [];
    }

    /// <summary>The features of all samples, <c>[n, …]</c>.</summary>
    public float[] Features { get; }

    /// <summary>The shape of one sample's features.</summary>
    public Shape SampleShape { get; }

    /// <summary>How many features a sample has.</summary>
    public int Width => SampleShape.Length;

    /// <summary>How many samples the table has.</summary>
    public int Count { get; }

    /// <summary>The shape of one sample's targets, or class numbers; <c>[1]</c> for one.</summary>
    public Shape TargetShape { get; }

    /// <summary>The numeric targets of all samples, <c>[n, …]</c>; or empty.</summary>
    public float[] Targets { get; private init; }

    /// <summary>The class numbers of all samples, <c>[n, …]</c>; or empty.</summary>
    public int[] Classes { get; private init; }

    /// <summary>The weights of all samples, <c>[n]</c>; or null.</summary>
    public float[]? Weights { get; }

    /// <summary>The samples to train on.</summary>
    public int[] Rows { get; }

    /// <summary>
    /// How many steps of each sequence are real, <c>[n]</c>; or null where all are: see <see cref="WithLengths"/>.
    /// </summary>
    public int[]? Lengths { get; private init; }

    /// <summary>
    /// The group that each sample belongs to, <c>[n]</c>; or null where there are none: see <see cref="WithGroups"/>.
    /// </summary>
    public int[]? Groups { get; private init; }

    /// <summary>True where each step of a sequence has targets of its own.</summary>
    internal bool HasTargetsPerStep => Lengths is not null && TargetShape[0] == SampleShape[0];

    /// <summary>Data for a loss of one prediction and one numeric target, of rows of features.</summary>
    /// <param name="features">The features of all rows, <c>[n, width]</c>.</param>
    /// <param name="width">How many features a row has; positive.</param>
    /// <param name="targets">As the loss wants them, <c>[n]</c>.</param>
    /// <param name="rows">Which rows to train on; at least one, each in 0 … n − 1; null for all.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or null.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a row is not there.</exception>
    public static TrainingData WithTargets(
        float[] features, int width, float[] targets, int[]? rows = null, float[]? weights = null) =>
        WithTargets(features, new Shape(width), targets, new Shape(1), rows, weights);

    /// <summary>
    /// Data for a loss of one prediction and one numeric target, of samples and targets of any shape.
    /// </summary>
    /// <param name="features">The features of all samples, <c>[n, …]</c>.</param>
    /// <param name="sample">The shape of one sample's features, such as <c>[height, width, channels]</c>.</param>
    /// <param name="targets">As the loss wants them, <c>[n, …]</c>.</param>
    /// <param name="target">
    /// The shape of one sample's targets: <c>[1]</c>, or <c>[time]</c> for one at each step.
    /// </param>
    /// <param name="rows">Which samples to train on; at least one, each in 0 … n − 1; null for all.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or null.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a sample is not there.</exception>
    public static TrainingData WithTargets(
        float[] features, Shape sample, float[] targets, Shape target, int[]? rows = null, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new TrainingData(features, sample, target, targets.Length, rows, weights) { Targets = targets };
    }

    /// <summary>Data for a loss of rows of scores and a class number each, of rows of features.</summary>
    /// <param name="features">The features of all rows, <c>[n, width]</c>.</param>
    /// <param name="width">How many features a row has; positive.</param>
    /// <param name="classes">Class numbers, <c>[n]</c>.</param>
    /// <param name="rows">Which rows to train on; at least one, each in 0 … n − 1; null for all.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or null.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a row is not there.</exception>
    public static TrainingData WithClasses(
        float[] features, int width, int[] classes, int[]? rows = null, float[]? weights = null) =>
        WithClasses(features, new Shape(width), classes, new Shape(1), rows, weights);

    /// <summary>
    /// Data for a loss of rows of scores and a class number each, of samples and targets of any shape.
    /// </summary>
    /// <param name="features">The features of all samples, <c>[n, …]</c>.</param>
    /// <param name="sample">The shape of one sample's features, such as <c>[height, width, channels]</c>.</param>
    /// <param name="classes">Class numbers, <c>[n, …]</c>.</param>
    /// <param name="target">
    /// The shape of one sample's class numbers: <c>[1]</c>, or <c>[time]</c> for one at each step.
    /// </param>
    /// <param name="rows">Which samples to train on; at least one, each in 0 … n − 1; null for all.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or null.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a sample is not there.</exception>
    public static TrainingData WithClasses(
        float[] features, Shape sample, int[] classes, Shape target, int[]? rows = null, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return new TrainingData(features, sample, target, classes.Length, rows, weights) { Classes = classes };
    }

    /// <summary>The same data, as sequences of various lengths.</summary>
    /// <remarks>
    /// Each batch is cut to its longest sequence. Where targets have a time axis too, those of the steps beyond a
    /// sequence's length do not count.
    /// </remarks>
    /// <param name="lengths">
    /// How many steps of each sequence are real, <c>[n]</c>; each from 1 to the first axis of
    /// <see cref="SampleShape"/>.
    /// </param>
    /// <exception cref="ArgumentException">Their number, or one of them, does not fit.</exception>
    public TrainingData WithLengths(int[] lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        if (lengths.Length != Count)
        {
            throw new ArgumentException(
                $"lengths has {lengths.Length} elements, the table has {Count} samples.", nameof(lengths));
        }

        int wrong = Array.FindIndex(lengths, length => length < 1 || length > SampleShape[0]);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"lengths[{wrong}] is {lengths[wrong]}; samples of {SampleShape} have 1 to {SampleShape[0]} steps.",
                nameof(lengths));
        }

        return new TrainingData(Features, SampleShape, TargetShape, (long)Count * TargetShape.Length, Rows, Weights)
        {
            Targets = Targets,
            Classes = Classes,
            Lengths = lengths,
            Groups = Groups,
        };
    }

    /// <summary>
    /// The same data, in groups that are never parted: each batch holds whole groups, one after the other.
    /// </summary>
    /// <remarks>A batch has as many samples as the options say, and the rest of its last group.</remarks>
    /// <param name="groups">The group that each sample belongs to, <c>[n]</c>; not negative.</param>
    /// <exception cref="ArgumentException">Their number, or one of them, does not fit.</exception>
    public TrainingData WithGroups(int[] groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Length != Count)
        {
            throw new ArgumentException(
                $"groups has {groups.Length} elements, the table has {Count} samples.", nameof(groups));
        }

        int wrong = Array.FindIndex(groups, group => group < 0);
        return wrong >= 0
            ? throw new ArgumentException(
                $"groups[{wrong}] is {groups[wrong]}; groups are not negative.", nameof(groups))
            : new TrainingData(Features, SampleShape, TargetShape, (long)Count * TargetShape.Length, Rows, Weights)
            {
                Targets = Targets,
                Classes = Classes,
                Lengths = Lengths,
                Groups = groups,
            };
    }
}
