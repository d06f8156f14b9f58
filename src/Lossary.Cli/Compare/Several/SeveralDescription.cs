using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Comparisons on several data sets, as <c>compare --json</c> tells of them.</summary>
internal sealed record SeveralDescription
{
    public required string Task { get; init; }

    public required string Metric { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Verdict { get; init; }

    /// <summary>winner, shared-lead or no-difference.</summary>
    public required string Kind { get; init; }

    /// <summary>What to train with: the simplest of those that cannot be told from the best.</summary>
    public required string Take { get; init; }

    public required IReadOnlyList<string> Tied { get; init; }

    /// <summary>By mean rank, best first.</summary>
    public required IReadOnlyList<RankDescription> Losses { get; init; }

    public required FriedmanDescription Friedman { get; init; }

    /// <summary>How far apart two mean ranks must be before they differ.</summary>
    public required double CriticalDifference { get; init; }

    /// <summary>The largest groups of losses that cannot be told apart.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }

    /// <summary>The comparison of each data set.</summary>
    public required IReadOnlyList<ComparisonDescription> DataSets { get; init; }

    /// <summary>Where the run is kept; null if it is not.</summary>
    public required string? Run { get; init; }

    public static SeveralDescription Of(SeveralComparisons several, string? run) => new()
    {
        Task = TaskNames.NameOf(several.Results[0].Target.Task),
        Metric = several.Metric.Key,
        Verdict = SeveralSentence.Of(several),
        Kind = KebabCase.Of(several.Kind.ToString()),
        Take = several.Take.Name,
        Tied = [.. several.Tied.Select(loss => loss.Name)],
        Losses = [.. several.Losses.Select(RankDescription.Of)],
        Friedman = FriedmanDescription.Of(several.Friedman),
        CriticalDifference = several.CriticalDifference,
        Groups = [.. several.Groups.Select(group => (string[])[.. group.Select(index => several.Losses[index].Name)])],
        DataSets = [.. several.Results.Select(result => ComparisonDescription.Of(result, check: null, run: null))],
        Run = run,
    };
}

/// <summary>A loss's ranks and mean scores, in the order of the data sets; a score is null where it failed.</summary>
internal sealed record RankDescription(
    string Key, string Title, double MeanRank, IReadOnlyList<double> Ranks, IReadOnlyList<double?> Scores)
{
    public static RankDescription Of(RankedLoss loss) => new(
        loss.Name, LossLabel.Of(loss.Objective), loss.MeanRank, loss.Ranks,
        [.. loss.Scores.Select(score => score?.Mean)]);
}

/// <summary>
/// Friedman's test: the p-value by permutation decides; those of the two statistics are for many data sets.
/// </summary>
internal sealed record FriedmanDescription(
    double PValue, double ChiSquared, double ChiSquaredPValue, double? F, double FPValue)
{
    public static FriedmanDescription Of(FriedmanTest test) =>
        new(test.PValue, test.ChiSquared, test.ChiSquaredPValue, Numbers.OrNull(test.F), test.FPValue);
}
