using System.Globalization;
using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Reads of data what bears on the choice of a loss.</summary>
public static class Profiler
{
    /// <summary>Computes every fact that the data allows, and tells what the user should know of the columns.</summary>
    /// <param name="table">The data.</param>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="options">How closely to look; null: the defaults.</param>
    public static DataProfile Profile(Table table, Target target, ProfileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        options ??= new ProfileOptions();
        FactList facts = new();
        List<Finding> findings = [.. table.Findings, .. target.Findings];
        Table features = table.Without(target.Companions);
        StatedFacts.Add(facts, target);
        RowFacts.Add(facts, features, target, findings);
        AddTarget(facts, target);
        UselessColumns.Find(features, target, findings);
        string[] leaking = LeakingColumns.Find(features, target, findings);
        MissingPatterns.Find(features, target, findings);
        Baseline? baseline = Fit(features.Without(leaking), target, options, findings);
        if (baseline is not null)
        {
            AddFitted(facts, baseline, target);
        }

        if (target.Task == TaskKind.MultiClass)
        {
            facts.Add(FactCatalogue.OrdinalHint, ClassFacts.LookOrdered(target, baseline));
        }

        return new()
        {
            Table = table,
            Target = target,
            Facts = facts.Build(),
            Findings = findings,
            Baseline = baseline,
        };
    }

    private static void AddTarget(FactList facts, Target target)
    {
        if (target.IsClass)
        {
            ClassFacts.Add(facts, target);
        }
        else
        {
            NumberFacts.Add(facts, target);
        }
    }

    private static Baseline? Fit(Table features, Target target, ProfileOptions options, List<Finding> findings)
    {
        if (target.Count < options.FewestBaselineRows)
        {
            findings.Add(new(
                $"{target.Count} rows are too few for a baseline fit ({options.FewestBaselineRows}): "
                + "what the target shows beyond its features is not known"));
            return null;
        }

        if (!RowFacts.FeaturesOf(features, target).Any())
        {
            findings.Add(
                new("no column can serve as a feature: what the target shows beyond its features is not known"));
            return null;
        }

        if (!target.IsClass && target.Values.ToArray().Any(value => Math.Abs(value) > TargetRange.Largest))
        {
            findings.Add(new(
                $"targets beyond 1e100 cannot be squared and summed: give them another unit", target.Name));
            return null;
        }

        Baseline baseline = BaselineFit.Run(features, target, options);
        if (baseline.Positions.Count < target.Count)
        {
            findings.Add(
                new(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the baseline fit saw {baseline.Positions.Count:N0} of {target.Count:N0} rows, drawn at random")));
        }

        return baseline;
    }

    private static void AddFitted(FactList facts, Baseline baseline, Target target)
    {
        double[] targets = [.. baseline.Positions.Select(position => target.Values[position])];
        switch (target.Task)
        {
            case TaskKind.Regression:
                ResidualFacts.Add(facts, baseline, targets);
                MeanFacts.AddPower(facts, baseline, targets);
                break;
            case TaskKind.Counts:
                MeanFacts.AddCounts(facts, baseline, targets);
                MeanFacts.AddPower(facts, baseline, targets);
                break;
            default:
                ClassFacts.AddFitted(facts, baseline, [.. targets.Select(code => (int)code)], target);
                break;
        }
    }
}
