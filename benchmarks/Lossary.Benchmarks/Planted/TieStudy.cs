using Lossary.Data;
using Lossary.Numerics;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>Comparisons of what is equally good in truth: how often is a gap called real?</summary>
internal sealed class TieStudy
{
    /// <summary>As many as compare usually tries: the test looks at all their pairs.</summary>
    private const int Copies = 5;

    private const string CopiedLoss = "squared";

    private static readonly Metric Metric = MetricCatalogue.Find("mae");

    private readonly ComparisonOptions _options;
    private readonly Table _table;
    private readonly Target _target;

    public TieStudy(int seed)
    {
        _options = PlantedProtocol.OptionsFor(seed);
        _table = MirroredData.Make(seed);
        _target = Target.Read(_table, "y");
    }

    private double TestShare => 1.0 / (_options.Folds - 1);

    /// <summary>Two losses that mirror each other, on data that are as likely mirrored.</summary>
    public IReadOnlyList<LossOutcome> TrainMirrored() =>
        new Comparison(_table, _target, [.. MirroredData.Losses.Select(Objective.Parse)], Metric, _options).Run().Outcomes;

    /// <summary>One loss under five names, each with initial weights and batch orders of its own.</summary>
    public IReadOnlyList<LossOutcome> TrainCopies()
    {
        RandomStream random = new((ulong)_options.Seed);
        FoldData[] folds =
        [
            .. Folds.Repeated(_target, _options.Folds, _options.Repeats, random.Split("folds")).Select((fold, i) =>
                FoldData.Of(_table, _target, fold, _options.ValidationShare, random.Split("validation").Split((ulong)i))),
        ];
        return [.. Enumerable.Range(0, Copies).Select(copy => Train(folds, copy))];
    }

    /// <summary>Whether a test calls a gap real: here, a false alarm.</summary>
    public bool FindsGap(IReadOnlyList<LossOutcome> outcomes, VerdictTest test) =>
        VerdictRule.Judge(outcomes, 0, Metric.HigherIsBetter, TestShare, _options.Significance, test).Kind != VerdictKind.NoDifference;

    private LossOutcome Train(FoldData[] folds, int copy)
    {
        Candidate candidate = new(Objective.Parse(CopiedLoss), copy);
        ComparisonOptions options = _options with { Seed = (Copies * _options.Seed) + copy };
        FoldOutcome[] outcomes =
        [
            .. folds.Select(fold =>
                new FoldTraining(fold, _target, candidate, Metric, options, options.LearningRates.Count).Run([Metric], default)),
        ];
        double[] scores = [.. outcomes.Select(outcome => outcome.Scores[0]!.Value)];
        return new()
        {
            Objective = candidate.Objective,
            Simplicity = copy,
            Folds = outcomes,
            Scores = [ScoreInterval.Of(scores, TestShare)],
        };
    }
}
