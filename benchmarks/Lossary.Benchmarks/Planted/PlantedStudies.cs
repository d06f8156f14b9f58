using Lossary.Data;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>The studies of planted truths: advice, comparison, and ties.</summary>
internal static class PlantedStudies
{
    /// <summary>Each by its name; the share of the runs that is to be done goes in, and the only kind or null.</summary>
    public static readonly IReadOnlyDictionary<string, Func<double, string?, IEnumerable<PlantedScore>>> All =
        new Dictionary<string, Func<double, string?, IEnumerable<PlantedScore>>>
        {
            ["recommend"] = Recommend,
            ["compare"] = Compare,
            ["ties"] = (share, _) => Ties(share),
        };

    private static IEnumerable<PlantedScore> Recommend(double share, string? kind) => EachTruth(
        "recommend",
        kind,
        share,
        PlantedProtocol.RecommendGoal,
        (truth, seed) =>
        {
            Table table = truth.Make(seed);
            DataProfile profile = Profiler.Profile(table, truth.TargetOf(table), new() { Threads = 1 });
            Suggestion first = Advisor.Advise(profile, truth.Needs).Recommended;
            return ($"{first.Objective.Name.Split(':')[0]} (by {first.RuleId})", truth.IsRecommended(first.Objective));
        });

    private static IEnumerable<PlantedScore> Compare(double share, string? kind) => EachTruth(
        "compare",
        kind,
        share,
        PlantedProtocol.CompareGoal,
        (truth, seed) =>
        {
            Table table = truth.Make(seed, truth.ComparisonRows);
            Target target = truth.TargetOf(table);
            Verdict verdict = new Comparison(
                table,
                target,
                [.. truth.Candidates.Select(Objective.Parse)],
                MetricCatalogue.Find(truth.Metric),
                truth.OptionsFor(PlantedProtocol.OptionsFor(seed), target)).Run().Verdict;
            string answer = verdict.Tied.Count == truth.Candidates.Count ? "no difference" : verdict.Take?.Name ?? "nothing";
            return (answer, truth.IsRight(verdict));
        });

    private static IEnumerable<PlantedScore> Ties(double share) =>
    [
        .. TiesOf("two losses that mirror each other", share, study => study.TrainMirrored()),
        .. TiesOf("one loss under five names", share, study => study.TrainCopies()),
    ];

    /// <summary>Both tests on the same trainings. Right is here that no gap was called real.</summary>
    private static IEnumerable<PlantedScore> TiesOf(
        string name, double share, Func<TieStudy, IReadOnlyList<LossOutcome>> train)
    {
        (bool ByT, bool ByBayes)[] alarms = PlantedProtocol.SideBySide(RunsOf(PlantedProtocol.Ties, share), i =>
        {
            TieStudy study = new(PlantedProtocol.FirstSeed + i);
            IReadOnlyList<LossOutcome> outcomes = train(study);
            return (study.FindsGap(outcomes, VerdictTest.CorrectedT), study.FindsGap(outcomes, VerdictTest.Bayes));
        });
        yield return OfTies($"{name}, corrected t-test", alarms.Select(run => run.ByT));
        yield return OfTies($"{name}, Bayesian test", alarms.Select(run => run.ByBayes));
    }

    private static IEnumerable<PlantedScore> EachTruth(
        string part, string? kind, double share, double goal, Func<PlantedTruth, int, (string Answer, bool IsRight)> run)
    {
        int seeds = RunsOf(PlantedProtocol.Seeds, share);
        foreach (PlantedTruth truth in kind is null ? PlantedTruths.All : [PlantedTruths.Find(kind)])
        {
            (int, string, bool)[] runs = PlantedProtocol.SideBySide(seeds, i =>
            {
                int seed = PlantedProtocol.FirstSeed + i;
                (string answer, bool isRight) = run(truth, seed);
                return (seed, answer, isRight);
            });
            yield return PlantedScore.Of(part, truth.Name, goal, runs);
        }
    }

    private static PlantedScore OfTies(string name, IEnumerable<bool> alarms) => PlantedScore.Of(
        "ties",
        name,
        1 - PlantedProtocol.TiesGoal,
        [.. alarms.Select((isAlarm, i) => (PlantedProtocol.FirstSeed + i, isAlarm ? "a gap" : "no difference", !isAlarm))]);

    private static int RunsOf(int all, double share) => Math.Max(1, (int)Math.Round(all * share));
}
