using System.Globalization;
using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The command that holds an advice against the data.</summary>
internal static class NextCommand
{
    /// <summary>The command; null where no column can serve as a feature, so that nothing can be trained.</summary>
    public static string? Of(Advice advice, RecommendRequest request)
    {
        if (advice.Profile.Facts[FactCatalogue.Features] == 0)
        {
            return null;
        }

        List<string> words = ["lossary", "compare", request.Data];
        if (request.Target is not null)
        {
            words.AddRange(["--target", request.Target]);
        }

        if (request.TargetOptions.Task is TaskKind task)
        {
            words.AddRange(["--task", TaskNames.NameOf(task)]);
        }

        if (request.TargetOptions.Positive is string positive)
        {
            words.AddRange(["--positive", positive]);
        }

        if (advice.Needs.EventColumn is string events)
        {
            words.AddRange(["--censored", events]);
        }

        if (advice.Needs.QueryColumn is string query)
        {
            words.AddRange(["--query", query]);
        }

        if (request.TargetOptions.Weights is string weights)
        {
            words.AddRange(["--weights", weights]);
        }

        if (advice.Needs.Metric is not null || (advice.Metric is not null && advice.Needs.Quantiles.Count == 0))
        {
            words.AddRange(["--metric", advice.Metric!.Key]);
        }

        if (advice is { Needs.Costs: ErrorCosts costs, Profile.Target.Task: TaskKind.Binary })
        {
            words.AddRange(["--costs", string.Create(CultureInfo.InvariantCulture, $"{costs.Under},{costs.Over}")]);
        }

        if (request.Needs.ClassCosts is { } table && advice.Needs.Costs is null)
        {
            words.AddRange(["--costs", table.Path]);
        }

        string? noise = advice.Needs.Flips?.Path ?? advice.Needs.NoiseShare?.ToString(CultureInfo.InvariantCulture);
        if (noise is not null && advice.Profile.Target.IsClass)
        {
            words.AddRange(["--noise", noise]);
        }

        if (advice.Recommended.RuleId is "quantiles" or "distribution")
        {
            IReadOnlyList<double> levels = advice.Needs.Quantiles.Count > 0 ? advice.Needs.Quantiles : Advisor.Deciles;
            words.AddRange(
                ["--quantiles", string.Join(',',
                levels.Select(level => level.ToString(CultureInfo.InvariantCulture)))]);
        }
        else
        {
            words.AddRange(["--losses", string.Join(',', advice.Candidates.Select(objective => objective.Name))]);
        }

        return string.Join(' ', words.Select(Quoted));
    }

    private static string Quoted(string word) =>
        word.Length > 0
            && word.All(letter => char.IsLetterOrDigit(letter) || "-_./:=,+".Contains(letter, StringComparison.Ordinal))
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
