using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Says which loss to train with, from what is known of the data and what the user wants.</summary>
public static class Advisor
{
    private const int FewestCandidates = 4;
    private const int MostCandidates = 6;

    /// <summary>The quantiles that stand for a distribution where one is asked for.</summary>
    public static IReadOnlyList<double> Deciles { get; } = [0.1, 0.5, 0.9];

    /// <summary>Holds the decision table against a profile.</summary>
    /// <param name="profile">What is known of the data.</param>
    /// <param name="needs">What the user stated; null: nothing.</param>
    /// <param name="thresholds">The limits that decide; null: the defaults.</param>
    /// <exception cref="DataFileException">A table of classes that was stated does not fit the target.</exception>
    public static Advice Advise(DataProfile profile, Needs? needs = null, Thresholds? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        AdviceCase at = AdviceCase.Of(
            profile, (needs ?? Needs.None).For(profile.Target), thresholds ?? Thresholds.Default);
        Decision decision = Decision.Of(at, profile.Target);
        return new()
        {
            Profile = profile,
            Needs = at.Needs,
            Thresholds = at.Thresholds,
            Recommended = decision.Recommended,
            Untrained = decision.Untrained,
            Alternatives = decision.Alternatives,
            Warnings = decision.Warnings,
            Metric = MetricGoal.Of(at),
            Trace = decision.Trace,
            Candidates = CandidatesOf(decision, profile.Target),
        };
    }

    /// <summary>
    /// Everything that is recommended and asked for, alternatives up to a number, the baseline; filled up with the
    /// task's usual candidates where the rules name few.
    /// </summary>
    private static Objective[] CandidatesOf(Decision decision, Target target)
    {
        Objective[] suggested =
        [
            .. decision.Alternatives.Prepend(decision.Recommended)
                .Select(suggestion => suggestion.ObjectiveInComparison),
        ];
        Objective baseline = Objective.Parse(DecisionTable.BaselineOf(target.Task));
        List<Objective> chosen =
        [
            .. suggested.Take(Math.Max(decision.Asked, MostCandidates))
                .Append(baseline)
                .DistinctBy(objective => objective.Name),
        ];
        if (chosen.Count < FewestCandidates && !decision.IsFinal)
        {
            HashSet<string> names = [.. chosen.Select(objective => objective.Name)];
            IEnumerable<Objective> others = Candidates.DefaultsFor(target).Where(usual => !names.Contains(usual.Name));
            chosen.AddRange(others.Take(FewestCandidates - chosen.Count));
        }

        return [.. chosen];
    }
}
