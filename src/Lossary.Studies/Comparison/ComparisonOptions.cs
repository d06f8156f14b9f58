using Lossary.Data;

namespace Lossary.Studies;

/// <summary>The budget and the network of a comparison: the same for every loss.</summary>
public sealed record ComparisonOptions
{
    /// <summary>A first look, about a quarter of the default's work.</summary>
    public static ComparisonOptions Quick => new() { Repeats = 1, Epochs = 60, Patience = 10, TuningEpochs = 12 };

    /// <summary>For a decision that costs something to be wrong about, some eight times the default's work.</summary>
    public static ComparisonOptions Thorough => new()
    {
        Folds = 10,
        Repeats = 3,
        Epochs = 500,
        Patience = 30,
        TuningEpochs = 30,
        Trials = 6,
    };

    /// <summary>Into how many folds the rows are split; each is the test fold once in a repeat.</summary>
    /// <value>5 by default; at least 2.</value>
    public int Folds { get; init => field = AtLeast(value, 2, nameof(Folds)); } = 5;

    /// <summary>How often the rows are split anew.</summary>
    /// <value>2 by default; at least 1.</value>
    public int Repeats { get; init => field = AtLeast(value, 1, nameof(Repeats)); } = 2;

    /// <summary>After how many epochs a training ends at the latest.</summary>
    /// <value>150 by default.</value>
    public int Epochs { get; init => field = AtLeast(value, 1, nameof(Epochs)); } = 150;

    /// <summary>How many epochs without a better validation score end a training.</summary>
    /// <value>15 by default.</value>
    public int Patience { get; init => field = AtLeast(value, 1, nameof(Patience)); } = 15;

    /// <summary>How many epochs each trial of a learning rate or a loss parameter lasts.</summary>
    /// <value>20 by default.</value>
    public int TuningEpochs { get; init => field = AtLeast(value, 1, nameof(TuningEpochs)); } = 20;

    /// <summary>
    /// The learning rates that each loss is tried with, on the validation rows of each training part.
    /// </summary>
    /// <value>0.001, 0.003, 0.01 by default; at least one, each positive.</value>
    public IReadOnlyList<double> LearningRates
    {
        get;
        init => field = value is { Count: > 0 } && value.All(rate => double.IsFinite(rate) && rate > 0)
            ? [.. value]
            : throw new ArgumentException("LearningRates needs at least one rate, each positive.", nameof(value));
    } = [0.001, 0.003, 0.01];

    /// <summary>
    /// How many combinations of learning rate and loss parameter are tried for each objective; where the rates and the
    /// values are fewer, rates between the best and its neighbours are tried too.
    /// </summary>
    /// <value>null by default: as many as the objective with the most values to tune needs.</value>
    public int? Trials { get; init => field = value is int trials ? AtLeast(trials, 1, nameof(Trials)) : null; }

    /// <summary>Rows of a training step; null for a number that leaves small data enough steps in an epoch.</summary>
    /// <value>null by default: a thirty-second of the training rows, from 8 to 64.</value>
    public int? BatchSize { get; init => field = value is int rows ? AtLeast(rows, 1, nameof(BatchSize)) : null; }

    /// <summary>Widths of the hidden layers; empty for a linear model.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 32];

    /// <summary>Share of each training part that tunes the learning rate and stops the training.</summary>
    /// <value>0.15 by default; between 0 and 1.</value>
    public double ValidationShare { get; init => field = ShareOf(value, nameof(ValidationShare)); } = 0.15;

    /// <summary>The largest norm of a step's gradient; longer ones are shortened to it.</summary>
    /// <value>10 by default; positive.</value>
    public double GradientClip
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(GradientClip), value, "Must be positive.");
    } = 10;

    /// <summary>
    /// Above this adjusted p-value a gap counts as chance; for the Bayesian test, so much doubt may remain.
    /// </summary>
    /// <value>0.05 by default; between 0 and 1.</value>
    public double Significance { get; init => field = ShareOf(value, nameof(Significance)); } = 0.05;

    /// <summary>How it is decided whether a gap is real.</summary>
    public VerdictTest Test { get; init; } = VerdictTest.CorrectedT;

    /// <summary>Differences as small as this are practically none: see <see cref="PracticalEquivalence"/>.</summary>
    /// <value>0.01 by default; at least 0 and below 1.</value>
    public double Rope
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Rope), value, "Must be within [0, 1).");
    } = PracticalEquivalence.DefaultRope;

    /// <summary>Columns by whose values the scores are looked at in parts, besides the target.</summary>
    public IReadOnlyList<string> SegmentColumns { get; init; } = [];

    /// <summary>
    /// Which quantiles every model is to predict, rising; empty where one prediction a row is judged. The pinball loss
    /// learns them by a network with an output for each; other losses add the quantiles of their errors on the
    /// validation rows.
    /// </summary>
    /// <value>Empty by default; each in (0, 1), in any order, each once.</value>
    public IReadOnlyList<double> Quantiles
    {
        get;
        init => field = value.All(level => level is > 0 and < 1)
            ? [.. value.Distinct().Order()]
            : throw new ArgumentOutOfRangeException(
                nameof(Quantiles), value.First(level => level is not (> 0 and < 1)), "Must be within (0, 1).");
    } = [];

    /// <summary>
    /// The probability of the positive one of two classes above which it is predicted: the cost of a false alarm over
    /// those of a false alarm and a miss. A loss that knows of costs, or weighs classes, decides at ½.
    /// </summary>
    /// <value>½ by default; between 0 and 1.</value>
    public double Threshold { get; init => field = ShareOf(value, nameof(Threshold)); } = 0.5;

    /// <summary>
    /// What it costs to take one of several classes for another, [classes, classes] row by row; empty where every
    /// mistake is alike. The cheapest class is predicted by a loss's probabilities.
    /// </summary>
    public IReadOnlyList<double> ClassCosts { get; init; } = [];

    /// <summary>
    /// The probability that one class is labelled as another, [classes, classes] row by row; empty where labels are
    /// taken as they are.
    /// </summary>
    public IReadOnlyList<double> Flips { get; init; } = [];

    /// <summary>
    /// Whether some targets are said to be only bounds: of losses that cannot be told apart, one that knows of bounds
    /// is to be taken.
    /// </summary>
    public bool HasBounds { get; init; }

    /// <summary>
    /// The same with what a user stated of a target's classes: costs of mistakes, and how often labels are wrong.
    /// </summary>
    /// <param name="needs">What was stated; a share of wrong labels is spread evenly over the other classes.</param>
    /// <param name="target">What is to be predicted.</param>
    /// <exception cref="DataFileException">A table lacks a class of the target.</exception>
    public ComparisonOptions With(Needs needs, Target target)
    {
        ArgumentNullException.ThrowIfNull(needs);
        ArgumentNullException.ThrowIfNull(target);
        bool isBinary = target.Task == TaskKind.Binary, isSeveral = target.Task == TaskKind.MultiClass;
        return this with
        {
            HasBounds = needs.IsCensored || !target.Events.IsEmpty,
            Threshold = isBinary ? needs.Costs?.Threshold ?? 0.5 : 0.5,
            ClassCosts = isSeveral ? needs.ClassCosts?.For(target) ?? [] : [],
            Flips = !target.IsClass ? []
                : needs.Flips is ClassTable flips ? flips.For(target)
                : needs.NoiseShare is double share ? EvenFlips(target.ClassNames.Count, share)
                : [],
        };
    }

    /// <summary>Whether the class with the least expected cost is to be chosen by a loss's probabilities.</summary>
    /// <remarks>A loss that is trained on the costs, or weighs classes, has moved its probabilities already.</remarks>
    /// <param name="objective">What was trained.</param>
    internal bool DecidesByCosts(Objective objective) =>
        ClassCosts.Count > 0 && objective.Adjustment is null && objective.Loss.Card.Key != ClassArrayLoss.ExpectedCost;

    /// <summary>The threshold at which a loss's probabilities are to be cut.</summary>
    /// <param name="objective">What was trained.</param>
    public double ThresholdOf(Objective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return objective.Adjustment is null
            && objective.Loss.Card.Key is not ("cost-sensitive" or "weighted-binary-cross-entropy")
                ? Threshold
                : 0.5;
    }

    /// <summary>Folds, initial weights, batch order: everything that is drawn follows from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many trainings run side by side; the outcome is the same bits for any number.</summary>
    public int Threads { get; init => field = AtLeast(value, 1, nameof(Threads)); } = Environment.ProcessorCount;

    /// <summary>Rows of a training step on so many training rows.</summary>
    public int BatchSizeFor(int trainingRows) => BatchSize ?? Math.Clamp(trainingRows / 32, 8, 64);

    /// <summary>The number of trials that each of some objectives gets.</summary>
    /// <exception cref="ArgumentException"><see cref="Trials"/> is too few for one of them.</exception>
    internal int TrialsFor(IReadOnlyList<Objective> objectives)
    {
        Objective most = objectives.MaxBy(objective => objective.Variants.Count)!;
        int needed = LearningRates.Count + most.Variants.Count - 1;
        return Trials is not int trials ? needed
            : trials >= needed ? trials
            : throw new ArgumentException(
                $"{trials} trials are too few: {LearningRates.Count} learning rates"
                + (most.Variants.Count > 1 ? $" and {most.Variants.Count - 1} further values for {most.Name}" : "")
                + $" make {needed}.",
                nameof(objectives));
    }

    private static double[] EvenFlips(int classes, double share) =>
    [
        .. Enumerable.Range(0, classes * classes)
            .Select(i => i / classes == i % classes ? 1 - share : share / (classes - 1)),
    ];

    private static double ShareOf(double value, string name) => value > 0 && value < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be within (0, 1).");

    private static int AtLeast(int value, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
