namespace Lossary.Training;

/// <summary>What a network is trained on: a whole table, and which of its rows to use.</summary>
/// <remarks>The arrays are used, not copied, and never written: trainings side by side may share them.</remarks>
public sealed class TrainingData
{
    private TrainingData(float[] features, int width, int count, int[] rows, float[]? weights)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        if (features.Length != (long)count * width)
        {
            throw new ArgumentException(
                $"features has {features.Length} elements; {count} rows of {width} need {(long)count * width}.",
                nameof(features));
        }

        if (weights is not null && weights.Length != count)
        {
            throw new ArgumentException(
                $"weights has {weights.Length} elements, the targets have {count}.", nameof(weights));
        }

        int wrong = Array.FindIndex(rows, row => row < 0 || row >= count);
        if (rows.Length == 0 || wrong >= 0)
        {
            throw new ArgumentException(
                rows.Length == 0
                    ? "rows is empty: there is nothing to train on."
                    : $"rows[{wrong}] is {rows[wrong]}; the table has {count} rows.",
                nameof(rows));
        }

        Features = features;
        Width = width;
        Rows = rows;
        Weights = weights;
        Targets = [];
        Classes = [];
    }

    /// <summary>The features of all rows, <c>[n, width]</c>.</summary>
    public float[] Features { get; }

    /// <summary>How many features a row has.</summary>
    public int Width { get; }

    /// <summary>The numeric targets of all rows, <c>[n]</c>; or empty.</summary>
    public float[] Targets { get; private init; }

    /// <summary>The class numbers of all rows, <c>[n]</c>; or empty.</summary>
    public int[] Classes { get; private init; }

    /// <summary>The weights of all rows, <c>[n]</c>; or null.</summary>
    public float[]? Weights { get; }

    /// <summary>The rows to train on.</summary>
    public int[] Rows { get; }

    /// <summary>Data for a loss of one prediction and one numeric target.</summary>
    /// <param name="features">The features of all rows, <c>[n, width]</c>.</param>
    /// <param name="width">How many features a row has; positive.</param>
    /// <param name="targets">As the loss wants them, <c>[n]</c>.</param>
    /// <param name="rows">Which rows to train on; at least one, each in 0 … n − 1.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or null.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a row is not there.</exception>
    public static TrainingData WithTargets(
        float[] features, int width, float[] targets, int[] rows, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return new TrainingData(features, width, targets.Length, rows, weights) { Targets = targets };
    }

    /// <summary>Data for a loss of rows of scores and a class number each.</summary>
    /// <param name="features">The features of all rows, <c>[n, width]</c>.</param>
    /// <param name="width">How many features a row has; positive.</param>
    /// <param name="classes">Class numbers, <c>[n]</c>.</param>
    /// <param name="rows">Which rows to train on; at least one, each in 0 … n − 1.</param>
    /// <param name="weights">Shape <c>[n]</c>, not negative; or null.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a row is not there.</exception>
    public static TrainingData WithClasses(
        float[] features, int width, int[] classes, int[] rows, float[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return new TrainingData(features, width, classes.Length, rows, weights) { Classes = classes };
    }
}
