using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>What every loss is trained, stopped and judged on in one fold: the same rows for all.</summary>
internal sealed class FoldData
{
    private FoldData(Fold fold, FeatureEncoder encoder, FoldPart training, FoldPart validation, FoldPart test)
    {
        Fold = fold;
        Encoder = encoder;
        Training = training;
        Validation = validation;
        Test = test;
    }

    public Fold Fold { get; }

    public FeatureEncoder Encoder { get; }

    public FoldPart Training { get; }

    public FoldPart Validation { get; }

    public FoldPart Test { get; }

    /// <summary>Encodes a fold; all that is learnt for it is learnt from its training rows.</summary>
    public static FoldData Of(Table table, Target target, Fold fold, double validationShare, RandomStream random)
    {
        (int[] training, int[] validation) = Folds.SplitValidation(target, fold.Training, validationShare, random);
        return Of(table, target, fold, training, validation);
    }

    /// <summary>Encodes a fold as a comparison with these options does.</summary>
    public static FoldData Of(Table table, Target target, Fold fold, ComparisonOptions options) => Of(
        table,
        target,
        fold,
        options.ValidationShare,
        new RandomStream((ulong)options.Seed).Split("validation").Split((ulong)fold.Repeat).Split((ulong)fold.Index));

    /// <summary>Encodes some of a fold's rows to train and validate on, and all that test.</summary>
    public static FoldData Of(Table table, Target target, Fold fold, int[] training, int[] validation)
    {
        FeatureEncoder encoder = FeatureEncoder.Fit(
            table.Without(target.Companions), target.Name, target.RowsAt(training));
        return new(
            fold,
            encoder,
            FoldPart.Of(table, target, encoder, training),
            FoldPart.Of(table, target, encoder, validation),
            FoldPart.Of(table, target, encoder, fold.Test));
    }

    /// <summary>The same fold with other targets to train and validate on.</summary>
    public FoldData With(FoldPart training, FoldPart validation) => new(Fold, Encoder, training, validation, Test);
}

/// <summary>Some rows, encoded.</summary>
/// <param name="Positions">Positions in the target, [rows].</param>
/// <param name="Features">Shape [rows, width].</param>
/// <param name="Targets">On the target's own scale, or class indices, [rows].</param>
internal sealed record FoldPart(int[] Positions, float[] Features, double[] Targets)
{
    /// <summary>[rows]; null where all weigh the same.</summary>
    public double[]? Weights { get; init; }

    /// <summary>[rows]; null where every target is a value.</summary>
    public bool[]? Events { get; init; }

    /// <summary>[rows]; null where there are no queries.</summary>
    public int[]? Queries { get; init; }

    public int Count => Positions.Length;

    /// <summary>Rows of each class, [classes].</summary>
    public int[] CountsOf(Target target)
    {
        int[] counts = new int[target.ClassNames.Count];
        foreach (double code in Targets)
        {
            counts[(int)code]++;
        }

        return counts;
    }

    /// <summary>Which of some of a target's rows are values; null where all are.</summary>
    public static bool[]? EventsOf(Target target, IReadOnlyList<int> positions)
    {
        bool[] events = target.Events.ToArray();
        return events.Length == 0 ? null : [.. positions.Select(position => events[position])];
    }

    /// <summary>The queries of some of a target's rows; null where there are none.</summary>
    public static int[]? QueriesOf(Target target, IReadOnlyList<int> positions)
    {
        int[] queries = target.Queries.ToArray();
        return queries.Length == 0 ? null : [.. positions.Select(position => queries[position])];
    }

    /// <summary>The weights of some of a target's rows; null where all weigh the same.</summary>
    public static double[]? WeightsOf(Target target, IReadOnlyList<int> positions)
    {
        if (target.Weights.IsEmpty)
        {
            return null;
        }

        double[] weights = new double[positions.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = target.Weights[positions[i]];
        }

        return weights;
    }

    public static FoldPart Of(Table table, Target target, FeatureEncoder encoder, int[] positions)
    {
        double[] targets = new double[positions.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = target.Values[positions[i]];
        }

        return new(positions, encoder.Encode(table, target.RowsAt(positions)), targets)
        {
            Weights = WeightsOf(target, positions),
            Queries = QueriesOf(target, positions),
            Events = EventsOf(target, positions),
        };
    }
}
