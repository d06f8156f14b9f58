using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>The same losses on several data sets: whether any is better in general.</summary>
/// <remarks>
/// A data set counts once, whatever its size and its folds: losses are ranked within each, the ranks are tested by
/// <see cref="FriedmanTest"/>, and pairs of mean ranks are held against the critical difference of
/// <see cref="NemenyiTest"/>. J. Demšar, Journal of Machine Learning Research 7 (2006) 1–30.
/// </remarks>
public sealed class SeveralComparisons
{
    private SeveralComparisons(
        IReadOnlyList<ComparisonResult> results, IReadOnlyList<RankedLoss> losses, FriedmanTest friedman)
    {
        Results = results;
        Losses = losses;
        Friedman = friedman;
        CriticalDifference = NemenyiTest.CriticalDifference(losses.Count, results.Count, Significance);
        Groups = NemenyiTest.Groups([.. losses.Select(loss => loss.MeanRank)], CriticalDifference);
        Tied = friedman.PValue > Significance
            ? losses
            : [.. losses.Where(loss => loss.MeanRank - losses[0].MeanRank < CriticalDifference)];
        Take = Tied.MinBy(loss => loss.Simplicity)!;
        Kind = Tied.Count == losses.Count ? VerdictKind.NoDifference
            : Tied.Count > 1 ? VerdictKind.SharedLead
            : VerdictKind.Winner;
    }

    /// <summary>The comparison of each data set.</summary>
    public IReadOnlyList<ComparisonResult> Results { get; }

    /// <summary>The losses by mean rank, best first; of equal ones the simpler.</summary>
    public IReadOnlyList<RankedLoss> Losses { get; }

    /// <summary>Whether the losses differ at all.</summary>
    public FriedmanTest Friedman { get; }

    /// <summary>How far apart two mean ranks must be before they differ.</summary>
    public double CriticalDifference { get; }

    /// <summary>The largest groups of losses that cannot be told apart: indices into <see cref="Losses"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups { get; }

    /// <summary>The losses that cannot be told from the one with the best mean rank, itself among them.</summary>
    public IReadOnlyList<RankedLoss> Tied { get; }

    /// <summary>The simplest of them: what to train with.</summary>
    public RankedLoss Take { get; }

    /// <summary>How clear that is.</summary>
    public VerdictKind Kind { get; }

    /// <summary>What decides on every data set.</summary>
    public Metric Metric => Results[0].Metric;

    /// <summary>Above this p-value a difference counts as chance.</summary>
    public double Significance => Results[0].Options.Significance;

    /// <summary>Ranks the losses of some comparisons.</summary>
    /// <param name="results">At least two, each of the same two objectives or more, by the same metric.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static SeveralComparisons Of(IReadOnlyList<ComparisonResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Check(results);
        LossOutcome[] first = [.. results[0].Outcomes.OrderBy(outcome => outcome.Simplicity)];
        LossOutcome[][] outcomes =
            [
                .. results.Select(
                    result => first.Select(one => result.Outcomes.Single(o => o.Name == one.Name)).ToArray()),
            ];
        double[][] ranks =
        [
            .. outcomes.Select(set => AverageRanks.Of(
                [
                    .. set.Select(
                        outcome => outcome.Failure is null ? outcome.Scores[0]?.Mean ?? double.NaN : double.NaN),
                ],
                results[0].Metric.HigherIsBetter)),
        ];
        RandomStream random = new((ulong)results[0].Options.Seed);
        FriedmanTest friedman = FriedmanTest.Of(ranks, random.Split("several"));
        RankedLoss[] losses =
        [
            .. first.Select((one, i) => new RankedLoss(
                    one.Objective,
                    one.Simplicity,
                    friedman.MeanRanks[i],
                    [.. ranks.Select(row => row[i])],
                    [.. outcomes.Select(set => set[i].Failure is null ? set[i].Scores[0] : null)]))
                .OrderBy(loss => loss.MeanRank).ThenBy(loss => loss.Simplicity),
        ];
        return new(results, losses, friedman);
    }

    private static void Check(IReadOnlyList<ComparisonResult> results)
    {
        if (results.Count < 2)
        {
            throw new ArgumentException(
                $"There must be at least 2 data sets, but there is {results.Count}.", nameof(results));
        }

        HashSet<string> names = [.. results[0].Outcomes.Select(outcome => outcome.Name)];
        if (names.Count < 2)
        {
            throw new ArgumentException("Ranks need at least 2 losses, but there is 1.", nameof(results));
        }

        foreach (ComparisonResult result in results)
        {
            if (!names.SetEquals(result.Outcomes.Select(outcome => outcome.Name)))
            {
                throw new ArgumentException($"{result.Table.Name} was compared with other losses.", nameof(results));
            }

            if (result.Metric.Key != results[0].Metric.Key)
            {
                throw new ArgumentException($"{result.Table.Name} was judged by another metric.", nameof(results));
            }
        }
    }
}
