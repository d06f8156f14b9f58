using Lossary.Data;

namespace Lossary.Training;

/// <summary>Predictions beside their targets: what every metric of a task is computed from.</summary>
/// <remarks>Keeps the arrays that it is given; they must not change while it is in use.</remarks>
public sealed class Predictions
{
    private readonly double[] _values, _targets, _weights;
    private readonly double[] _levels = [];
    private readonly int[] _queries = [];
    private readonly bool[] _events = [];
    private readonly double[] _costs = [];
    private readonly int[] _targetClasses;
    private int[]? _classes;

    private Predictions(
        TaskKind task, double[] values, double[] targets, int[] targetClasses, int classes, double[]? weights,
        double[]? levels = null)
    {
        _levels = levels ?? [];
        Task = task;
        _values = values;
        _targets = targets;
        _targetClasses = targetClasses;
        _weights = weights ?? [];
        ClassCount = classes;
        MetricArguments.Weights(Count, _weights);
        IsFinite = Array.TrueForAll(values, double.IsFinite);
    }

    /// <summary>What was predicted.</summary>
    public TaskKind Task { get; }

    /// <summary>Number of samples.</summary>
    public int Count => ClassCount == 0 ? _targets.Length : _targetClasses.Length;

    /// <summary>Number of classes; 0 where numbers are predicted.</summary>
    public int ClassCount { get; }

    /// <summary>Whether classes are predicted by probabilities, and not by mere scores.</summary>
    public bool HasProbabilities { get; private init; }

    /// <summary>The probability of the positive one of two classes above which it is predicted.</summary>
    /// <value>½ by default; within (0, 1). Scores are held against 0 instead.</value>
    public double Threshold
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Threshold), value, "Must be within (0, 1).");
    } = 0.5;

    /// <summary>Whether all predictions are finite; a training that diverged gives others.</summary>
    public bool IsFinite { get; }

    /// <summary>
    /// The query of each sample, [n]: samples are ordered among those of theirs; empty where there are none.
    /// </summary>
    public ReadOnlySpan<int> Queries
    {
        get => _queries;
        private init => _queries = value.ToArray();
    }

    /// <summary>Whether each target is a value, and not only a bound, [n]; empty where all are.</summary>
    public ReadOnlySpan<bool> Events
    {
        get => _events;
        private init => _events = value.ToArray();
    }

    /// <summary>
    /// What it costs to take the row's class for the column's, [classes, classes] row by row; empty where nobody said.
    /// </summary>
    public ReadOnlySpan<double> Costs
    {
        get => _costs;
        private init => _costs = value.ToArray();
    }

    /// <summary>
    /// Whether the class whose costs are least by the probabilities is predicted, and not the likeliest.
    /// </summary>
    public bool IsDecidedByCosts { get; private init; }

    /// <summary>The levels of predicted quantiles, rising; empty where none are predicted.</summary>
    public ReadOnlySpan<double> Levels => _levels;

    /// <summary>
    /// Numbers [n]; quantiles [n, levels]; the positive class's probabilities or scores [n]; all classes' [n, classes].
    /// </summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The target numbers, [n]; empty for classes.</summary>
    public ReadOnlySpan<double> Targets => _targets;

    /// <summary>The target classes, [n]; empty for numbers.</summary>
    public ReadOnlySpan<int> TargetClasses => _targetClasses;

    /// <summary>The samples' weights, [n]; empty if all weigh the same.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>
    /// The predicted classes, [n]: probability above the threshold, score above 0, the largest, or the cheapest where
    /// costs decide; empty for numbers.
    /// </summary>
    public ReadOnlySpan<int> PredictedClasses => _classes ??= PredictClasses();

    /// <summary>Predicted numbers of <see cref="TaskKind.Regression"/> or <see cref="TaskKind.Counts"/>.</summary>
    /// <param name="task">One of these two.</param>
    /// <param name="values">[n], on the target's scale.</param>
    /// <param name="targets">[n].</param>
    /// <param name="weights">[n]; null: equal ones.</param>
    /// <param name="queries">[n]; null: none.</param>
    /// <param name="events">[n]; null: every target is a value.</param>
    public static Predictions OfNumbers(
        TaskKind task, double[] values, double[] targets, double[]? weights = null, int[]? queries = null,
        bool[]? events = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(targets);
        if (task is not (TaskKind.Regression or TaskKind.Counts))
        {
            throw new ArgumentException($"The task {task} predicts classes, not numbers.", nameof(task));
        }

        MetricArguments.SameLength(values.Length, targets.Length);
        if (queries is not null)
        {
            MetricArguments.SameLength(values.Length, queries.Length);
        }

        if (events is not null)
        {
            MetricArguments.SameLength(values.Length, events.Length);
        }

        return new Predictions(task, values, targets, [], 0, weights) { Queries = queries, Events = events };
    }

    /// <summary>Predicted quantiles of numbers.</summary>
    /// <param name="task"><see cref="TaskKind.Regression"/> or <see cref="TaskKind.Counts"/>.</param>
    /// <param name="levels">Rising, each within (0, 1).</param>
    /// <param name="values">[n, levels], row by row, on the target's scale.</param>
    /// <param name="targets">[n].</param>
    /// <param name="weights">[n]; null: equal ones.</param>
    public static Predictions OfQuantiles(
        TaskKind task, double[] levels, double[] values, double[] targets, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(targets);
        MetricArguments.Levels(levels);
        if (task is not (TaskKind.Regression or TaskKind.Counts))
        {
            throw new ArgumentException($"The task {task} predicts classes, not numbers.", nameof(task));
        }

        return values.Length == targets.Length * levels.Length
            ? new Predictions(task, values, targets, [], 0, weights, levels)
            : throw new ArgumentException(
                $"{values.Length} values for {targets.Length} targets of {levels.Length} levels, "
                + $"{targets.Length * levels.Length} are expected.",
                nameof(values));
    }

    /// <summary>Probabilities of classes.</summary>
    /// <param name="probabilities">
    /// [n] of the positive class if there are two classes; else [n, classes], row by row.
    /// </param>
    /// <param name="targets">[n].</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="weights">[n]; null: equal ones.</param>
    /// <param name="threshold">See <see cref="Threshold"/>.</param>
    public static Predictions OfProbabilities(
        double[] probabilities, int[] targets, int classes, double[]? weights = null, double threshold = 0.5) =>
        OfClasses(probabilities, targets, classes, weights, hasProbabilities: true, threshold);

    /// <summary>Scores of classes: the larger, the likelier, but no probabilities.</summary>
    /// <param name="scores">[n], positive for class 1, if there are two classes; else [n, classes], row by row.</param>
    /// <param name="targets">[n].</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="weights">[n]; null: equal ones.</param>
    public static Predictions OfScores(double[] scores, int[] targets, int classes, double[]? weights = null) =>
        OfClasses(scores, targets, classes, weights, hasProbabilities: false);

    /// <summary>The same predictions, to be judged by what mistakes cost.</summary>
    /// <param name="costs">
    /// [classes, classes], row by row: what it costs to take the row's class for the column's.
    /// </param>
    /// <param name="decide">
    /// Whether the class with the least expected cost is predicted; scores that are no probabilities have no
    /// expectation, and their largest is predicted all the same.
    /// </param>
    /// <exception cref="ArgumentException">No classes are predicted, or their number is another.</exception>
    public Predictions WithCosts(ReadOnlySpan<double> costs, bool decide)
    {
        if (ClassCount == 0 || costs.Length != ClassCount * ClassCount)
        {
            throw new ArgumentException(
                $"{costs.Length} costs for {ClassCount} classes; {ClassCount * ClassCount} are expected.",
                nameof(costs));
        }

        return new(Task, _values, [], _targetClasses, ClassCount, _weights.Length == 0 ? null : _weights)
        {
            HasProbabilities = HasProbabilities,
            Threshold = Threshold,
            Costs = costs,
            IsDecidedByCosts = decide && HasProbabilities,
        };
    }

    private static Predictions OfClasses(
        double[] values, int[] targets, int classes, double[]? weights, bool hasProbabilities, double threshold = 0.5)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        int expected = classes == 2 ? targets.Length : targets.Length * classes;
        if (values.Length != expected)
        {
            throw new ArgumentException(
                $"{values.Length} values for {targets.Length} targets of {classes} classes, {expected} are expected.",
                nameof(values));
        }

        MetricArguments.Classes(targets, classes);
        TaskKind task = classes == 2 ? TaskKind.Binary : TaskKind.MultiClass;
        return new Predictions(task, values, [], targets, classes, weights)
        {
            HasProbabilities = hasProbabilities,
            Threshold = threshold,
        };
    }

    private int[] PredictClasses()
    {
        int[] classes = new int[_targetClasses.Length];
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = IsDecidedByCosts ? Cheapest(i)
                : ClassCount == 2
                ? (_values[i] > (HasProbabilities ? Threshold : 0) ? 1 : 0)
                : ClassOf.Largest(_values.AsSpan(i * ClassCount, ClassCount));
        }

        return classes;
    }

    /// <summary>The class with the least expected cost; the first of several.</summary>
    private int Cheapest(int sample)
    {
        int cheapest = 0;
        double least = double.PositiveInfinity;
        for (int k = 0; k < ClassCount; k++)
        {
            double expected = 0;
            for (int truth = 0; truth < ClassCount; truth++)
            {
                expected += ProbabilityOf(sample, truth) * _costs[(truth * ClassCount) + k];
            }

            if (expected < least)
            {
                (cheapest, least) = (k, expected);
            }
        }

        return cheapest;
    }

    private double ProbabilityOf(int sample, int @class) => ClassCount > 2 ? _values[(sample * ClassCount) + @class]
        : @class == 1 ? _values[sample]
        : 1 - _values[sample];
}
